ALTER TABLE "incoming_mail" ADD COLUMN "source_key" text;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD CONSTRAINT "incoming_mail_source_key_unique" UNIQUE("source_key");