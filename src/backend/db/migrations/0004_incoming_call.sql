CREATE TABLE "incoming_call" (
	"call_sid" text PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"received_at" timestamptz(3) NOT NULL,
	"transcript" text NOT NULL,
	"recording_url" text NOT NULL,
	"recording" text NOT NULL,
	"tries" integer NOT NULL,
	"next_try_at" timestamptz(3) NOT NULL,
	"detail" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "incoming_call" ADD CONSTRAINT "incoming_call_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "incoming_call_recording_next_try_at_index" ON "incoming_call" USING btree ("recording","next_try_at");