CREATE TABLE "access_request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"customer_id" uuid,
	"kind" text NOT NULL,
	"name" text,
	"phone" text,
	"email" text,
	"requested_by" jsonb NOT NULL,
	"requested_at" timestamptz(3) NOT NULL,
	"state" text NOT NULL,
	"contact_id" uuid,
	"decision" jsonb
);
--> statement-breakpoint
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_request" ADD CONSTRAINT "access_request_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_request_rev_index" ON "access_request" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "access_request_state_index" ON "access_request" USING btree ("state");--> statement-breakpoint
CREATE INDEX "access_request_contact_id_index" ON "access_request" USING btree ("contact_id");