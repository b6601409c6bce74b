ALTER TABLE "shift" ADD COLUMN "kind" text DEFAULT 'regular' NOT NULL;--> statement-breakpoint
ALTER TABLE "shift" ADD COLUMN "covers_shift_id" uuid;--> statement-breakpoint
ALTER TABLE "shift" ADD COLUMN "reason" text DEFAULT '' NOT NULL;