CREATE TABLE "screen" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "screen_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"unit_id" integer NOT NULL,
	"user_agent" text NOT NULL,
	"address" text NOT NULL,
	"paired_by" integer NOT NULL,
	"paired_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_seen_at" timestamp with time zone NOT NULL,
	"report" jsonb,
	"reported_at" timestamp with time zone,
	"remote_secret" text NOT NULL,
	"remote_account_id" integer,
	"remote_until" timestamp with time zone,
	"show" jsonb
);
--> statement-breakpoint
CREATE TABLE "screen_pairing" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"user_agent" text NOT NULL,
	"address" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"refused_at" timestamp with time zone,
	"screen_id" integer,
	CONSTRAINT "screen_pairing_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "screen_token" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"screen_id" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "screen" ADD CONSTRAINT "screen_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screen" ADD CONSTRAINT "screen_paired_by_account_id_fk" FOREIGN KEY ("paired_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screen" ADD CONSTRAINT "screen_remote_account_id_account_id_fk" FOREIGN KEY ("remote_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screen_pairing" ADD CONSTRAINT "screen_pairing_screen_id_screen_id_fk" FOREIGN KEY ("screen_id") REFERENCES "public"."screen"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screen_token" ADD CONSTRAINT "screen_token_screen_id_screen_id_fk" FOREIGN KEY ("screen_id") REFERENCES "public"."screen"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "screen_unit" ON "screen" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "screen_token_screen" ON "screen_token" USING btree ("screen_id");