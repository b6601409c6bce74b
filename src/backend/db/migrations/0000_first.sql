CREATE SEQUENCE "public"."ticket_number" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 10001 CACHE 1;--> statement-breakpoint
CREATE TABLE "desk_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"family" uuid NOT NULL,
	"engineer_id" uuid NOT NULL,
	"device_id" uuid NOT NULL,
	"access_hash" text NOT NULL,
	"access_expires_at" timestamptz(3) NOT NULL,
	"refresh_hash" text NOT NULL,
	"refresh_expires_at" timestamptz(3) NOT NULL,
	"refresh_used" boolean NOT NULL,
	"ended_at" timestamptz(3),
	"created_at" timestamptz(3) NOT NULL,
	CONSTRAINT "desk_session_access_hash_unique" UNIQUE("access_hash"),
	CONSTRAINT "desk_session_refresh_hash_unique" UNIQUE("refresh_hash")
);
--> statement-breakpoint
CREATE TABLE "incoming_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" text,
	"from_address" text NOT NULL,
	"subject" text NOT NULL,
	"received_at" timestamptz(3) NOT NULL,
	"outcome" text NOT NULL,
	"reason" text NOT NULL,
	"ticket_id" uuid,
	"raw_name" text,
	CONSTRAINT "incoming_mail_message_id_unique" UNIQUE("message_id")
);
--> statement-breakpoint
CREATE TABLE "outgoing_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid,
	"event_id" uuid,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"headers" jsonb NOT NULL,
	"state" text NOT NULL,
	"detail" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"next_try_at" timestamptz(3) NOT NULL,
	"settled_at" timestamptz(3)
);
--> statement-breakpoint
CREATE TABLE "password" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"changed_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "portal_session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"contact_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"form_token" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3),
	CONSTRAINT "portal_session_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"customer_id" uuid NOT NULL,
	"site_id" uuid,
	"name" text NOT NULL,
	"title" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"access" text NOT NULL,
	"access_until" timestamptz(3),
	"abilities" jsonb NOT NULL,
	CONSTRAINT "contact_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "contract" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"customer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"grace_until" date
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"name" text NOT NULL,
	"account_number" text NOT NULL,
	"phone" text NOT NULL,
	"account_manager" jsonb NOT NULL,
	"remote_access" text NOT NULL,
	"maintenance_window" text NOT NULL,
	"quirks" text NOT NULL,
	CONSTRAINT "customer_account_number_unique" UNIQUE("account_number")
);
--> statement-breakpoint
CREATE TABLE "integration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"customer_id" uuid NOT NULL,
	"server_id" uuid,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"ip" text,
	"notes" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "server" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"customer_id" uuid NOT NULL,
	"site_id" uuid,
	"role" text NOT NULL,
	"host_name" text NOT NULL,
	"environment" text NOT NULL,
	"addresses" jsonb NOT NULL,
	"operating_system" text NOT NULL,
	"right_fax_version" text,
	"notes" text NOT NULL,
	"verified_at" timestamptz(3),
	"verified_by" text
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"city" text NOT NULL,
	"region" text NOT NULL,
	"zone" text NOT NULL,
	"main" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engineer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"name" text NOT NULL,
	"initials" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"role" text NOT NULL,
	"zone" text NOT NULL,
	"active" boolean NOT NULL,
	CONSTRAINT "engineer_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "policy" (
	"id" text PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"version" integer NOT NULL,
	"values" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shift" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"engineer_id" uuid NOT NULL,
	"rank" text NOT NULL,
	"starts_at" timestamptz(3) NOT NULL,
	"ends_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "change_log" (
	"seq" bigint NOT NULL,
	"table_name" text NOT NULL,
	"row_id" text NOT NULL,
	"op" text NOT NULL,
	CONSTRAINT "change_log_seq_table_name_row_id_pk" PRIMARY KEY("seq","table_name","row_id")
);
--> statement-breakpoint
CREATE TABLE "command_log" (
	"device_id" uuid NOT NULL,
	"engineer_id" uuid NOT NULL,
	"mut" bigint NOT NULL,
	"name" text NOT NULL,
	"args" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "command_log_device_id_engineer_id_mut_pk" PRIMARY KEY("device_id","engineer_id","mut")
);
--> statement-breakpoint
CREATE TABLE "device" (
	"id" uuid NOT NULL,
	"engineer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"last_mut" bigint NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"seen_at" timestamptz(3) NOT NULL,
	CONSTRAINT "device_id_engineer_id_pk" PRIMARY KEY("id","engineer_id")
);
--> statement-breakpoint
CREATE TABLE "sync_head" (
	"one" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"epoch" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"scope_v" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"ticket_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE TABLE "page" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"ticket_id" uuid NOT NULL,
	"created_at" timestamptz(3) NOT NULL,
	"decision" jsonb NOT NULL,
	"engineer_id" uuid,
	"state" text NOT NULL,
	"acknowledged_at" timestamptz(3),
	"acknowledged_by" uuid
);
--> statement-breakpoint
CREATE TABLE "ticket" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"number" bigint NOT NULL,
	"customer_id" uuid,
	"site_id" uuid,
	"contact_id" uuid,
	"requester" jsonb NOT NULL,
	"zone" text NOT NULL,
	"channel" text NOT NULL,
	"brief" text NOT NULL,
	"received_at" timestamptz(3) NOT NULL,
	"customer_priority" text NOT NULL,
	"engineer_priority" text,
	"production_down" boolean NOT NULL,
	"environment" text NOT NULL,
	"answer_by" text NOT NULL,
	"state" text NOT NULL,
	"held_reason" text,
	"assignee_id" uuid,
	"acknowledged_at" timestamptz(3),
	"acknowledged_by" uuid,
	"facts" jsonb NOT NULL,
	"unanswered_since" timestamptz(3),
	"last_activity_at" timestamptz(3) NOT NULL,
	CONSTRAINT "ticket_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "timeline_event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"ticket_id" uuid NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"actor" jsonb NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "desk_session" ADD CONSTRAINT "desk_session_engineer_id_engineer_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."engineer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incoming_mail" ADD CONSTRAINT "incoming_mail_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outgoing_mail" ADD CONSTRAINT "outgoing_mail_event_id_timeline_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."timeline_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "portal_session" ADD CONSTRAINT "portal_session_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract" ADD CONSTRAINT "contract_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration" ADD CONSTRAINT "integration_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "integration" ADD CONSTRAINT "integration_server_id_server_id_fk" FOREIGN KEY ("server_id") REFERENCES "public"."server"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "server" ADD CONSTRAINT "server_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "server" ADD CONSTRAINT "server_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site" ADD CONSTRAINT "site_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift" ADD CONSTRAINT "shift_engineer_id_engineer_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."engineer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "command_log" ADD CONSTRAINT "command_log_device_id_engineer_id_device_id_engineer_id_fk" FOREIGN KEY ("device_id","engineer_id") REFERENCES "public"."device"("id","engineer_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_engineer_id_engineer_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."engineer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_event_id_timeline_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."timeline_event"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page" ADD CONSTRAINT "page_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page" ADD CONSTRAINT "page_engineer_id_engineer_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."engineer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page" ADD CONSTRAINT "page_acknowledged_by_engineer_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."engineer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_customer_id_customer_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_site_id_site_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."site"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_assignee_id_engineer_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."engineer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket" ADD CONSTRAINT "ticket_acknowledged_by_engineer_id_fk" FOREIGN KEY ("acknowledged_by") REFERENCES "public"."engineer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timeline_event" ADD CONSTRAINT "timeline_event_ticket_id_ticket_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."ticket"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_session_family_index" ON "desk_session" USING btree ("family");--> statement-breakpoint
CREATE INDEX "desk_session_engineer_id_index" ON "desk_session" USING btree ("engineer_id");--> statement-breakpoint
CREATE INDEX "outgoing_mail_state_next_try_at_index" ON "outgoing_mail" USING btree ("state","next_try_at");--> statement-breakpoint
CREATE INDEX "contact_rev_index" ON "contact" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "contact_customer_id_index" ON "contact" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "contract_rev_index" ON "contract" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "contract_customer_id_index" ON "contract" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "customer_rev_index" ON "customer" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "integration_rev_index" ON "integration" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "integration_customer_id_index" ON "integration" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "server_rev_index" ON "server" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "server_customer_id_index" ON "server" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "site_rev_index" ON "site" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "site_customer_id_index" ON "site" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "engineer_rev_index" ON "engineer" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "shift_rev_index" ON "shift" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "shift_starts_at_index" ON "shift" USING btree ("starts_at");--> statement-breakpoint
CREATE INDEX "change_log_op_seq_index" ON "change_log" USING btree ("op","seq");--> statement-breakpoint
CREATE INDEX "attachment_rev_index" ON "attachment" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "attachment_ticket_id_index" ON "attachment" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "page_rev_index" ON "page" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "page_ticket_id_index" ON "page" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "ticket_rev_index" ON "ticket" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "ticket_customer_id_index" ON "ticket" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "ticket_contact_id_index" ON "ticket" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "ticket_state_index" ON "ticket" USING btree ("state");--> statement-breakpoint
CREATE INDEX "timeline_event_rev_index" ON "timeline_event" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "timeline_event_ticket_id_index" ON "timeline_event" USING btree ("ticket_id");