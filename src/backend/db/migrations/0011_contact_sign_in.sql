CREATE TABLE "contact_act" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"engineer_id" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"command" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "abilities_set" jsonb;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "sign_in" jsonb DEFAULT '{"passwordSetAt":null,"linkSentAt":null,"linkUntil":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "contact_act" ADD CONSTRAINT "contact_act_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_act" ADD CONSTRAINT "contact_act_engineer_id_engineer_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."engineer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contact_act_contact_id_index" ON "contact_act" USING btree ("contact_id");--> statement-breakpoint
-- What was known of each person's way into the portal before contacts said so.
UPDATE "contact" SET "sign_in" = jsonb_build_object(
  'passwordSetAt', (SELECT round(extract(epoch FROM "password"."changed_at") * 1000)::bigint FROM "password" WHERE "password"."person_id" = "contact"."id"),
  'linkSentAt', (SELECT round(extract(epoch FROM "created_at") * 1000)::bigint FROM "password_link" WHERE "password_link"."contact_id" = "contact"."id" AND "ended_at" IS NULL),
  'linkUntil', (SELECT round(extract(epoch FROM "expires_at") * 1000)::bigint FROM "password_link" WHERE "password_link"."contact_id" = "contact"."id" AND "ended_at" IS NULL)
);--> statement-breakpoint
-- Under a number of its own, so that every desk gets the contacts again.
UPDATE "sync_head" SET "seq" = "seq" + 1;--> statement-breakpoint
UPDATE "contact" SET "rev" = (SELECT "seq" FROM "sync_head");
