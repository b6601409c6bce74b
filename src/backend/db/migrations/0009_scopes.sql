CREATE TABLE "server_note" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"customer_id" uuid NOT NULL,
	"about" text NOT NULL,
	"about_id" uuid NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "server_note_about_about_id_unique" UNIQUE("about","about_id")
);
--> statement-breakpoint
CREATE TABLE "head_mark" (
	"at" timestamptz(3) PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "revoked_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "sync_head" ADD COLUMN "floor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "server_note" ADD CONSTRAINT "server_note_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "server_note_rev_index" ON "server_note" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "server_note_customer_id_index" ON "server_note" USING btree ("customer_id");--> statement-breakpoint
-- What was written about servers becomes rows of its own, under one number of its own, so that every desk that may read it gets it.
UPDATE "sync_head" SET "seq" = "seq" + 1
WHERE EXISTS (SELECT 1 FROM "customer" WHERE "remote_access" <> '')
   OR EXISTS (SELECT 1 FROM "server" WHERE "notes" <> '')
   OR EXISTS (SELECT 1 FROM "integration" WHERE "notes" <> '');--> statement-breakpoint
INSERT INTO "server_note" ("id", "rev", "customer_id", "about", "about_id", "text")
SELECT gen_random_uuid(), coalesce((SELECT "seq" FROM "sync_head"), 0), "moved".*
FROM (
  SELECT "id", 'customer', "id", "remote_access" FROM "customer" WHERE "remote_access" <> ''
  UNION ALL SELECT "customer_id", 'server', "id", "notes" FROM "server" WHERE "notes" <> ''
  UNION ALL SELECT "customer_id", 'integration', "id", "notes" FROM "integration" WHERE "notes" <> ''
) AS "moved";--> statement-breakpoint
INSERT INTO "change_log" ("seq", "table_name", "row_id", "op")
SELECT "rev", 'serverNote', "id"::text, 'put' FROM "server_note";--> statement-breakpoint
ALTER TABLE "customer" DROP COLUMN "remote_access";--> statement-breakpoint
ALTER TABLE "integration" DROP COLUMN "notes";--> statement-breakpoint
ALTER TABLE "server" DROP COLUMN "notes";