ALTER TABLE "incoming_mail" ADD COLUMN "preview" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD COLUMN "envelope_to" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD COLUMN "answers_ticket_id" uuid;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD COLUMN "settled_as" text;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD COLUMN "settled_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD COLUMN "settled_by" uuid;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD COLUMN "settled_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD CONSTRAINT "incoming_mail_answers_ticket_id_ticket_id_fk" FOREIGN KEY ("answers_ticket_id") REFERENCES "public"."ticket"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD CONSTRAINT "incoming_mail_settled_by_engineer_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."engineer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incoming_mail_from_address_received_at_index" ON "incoming_mail" USING btree ("from_address","received_at");--> statement-breakpoint
CREATE INDEX "incoming_mail_outcome_settled_as_received_at_index" ON "incoming_mail" USING btree ("outcome","settled_as","received_at");