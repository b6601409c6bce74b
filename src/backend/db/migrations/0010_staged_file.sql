CREATE TABLE "staged_file" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staged_at" timestamptz(3) NOT NULL
);
--> statement-breakpoint
CREATE INDEX "staged_file_staged_at_index" ON "staged_file" USING btree ("staged_at");