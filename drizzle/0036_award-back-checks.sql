CREATE TABLE "award_check_item" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_check_item_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"round_id" integer NOT NULL,
	"unit_id" integer NOT NULL,
	"place_id" integer NOT NULL,
	"number" integer NOT NULL,
	"lot" integer NOT NULL,
	CONSTRAINT "award_check_item_once" UNIQUE("round_id","unit_id","place_id","number"),
	CONSTRAINT "award_check_item_number" CHECK ("award_check_item"."number" > 0 and "award_check_item"."lot" > 0)
);
--> statement-breakpoint
CREATE TABLE "award_check_result" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_check_result_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"item_id" integer NOT NULL,
	"finding" text NOT NULL,
	"note" text NOT NULL,
	"channel" text NOT NULL,
	"visited_on" date NOT NULL,
	"entered_by" integer NOT NULL,
	"entered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_check_roll" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_check_roll_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"round_id" integer NOT NULL,
	"dice" text NOT NULL,
	"typed_by" integer NOT NULL,
	"typed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_check_round" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "award_check_round_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"season_id" integer NOT NULL,
	"number" integer NOT NULL,
	"frame" jsonb NOT NULL,
	"frame_hash" text NOT NULL,
	"fixed_by" integer NOT NULL,
	"fixed_at" timestamp with time zone NOT NULL,
	"dice" text,
	"seed" text,
	"drawn_at" timestamp with time zone,
	"abandoned_by" integer,
	"abandoned_at" timestamp with time zone,
	"abandoned_reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "award_check_round_number" UNIQUE("season_id","number"),
	CONSTRAINT "award_check_round_drawn" CHECK (("award_check_round"."dice" is null) = ("award_check_round"."drawn_at" is null) and ("award_check_round"."seed" is null) = ("award_check_round"."drawn_at" is null)),
	CONSTRAINT "award_check_round_abandoned" CHECK (("award_check_round"."abandoned_by" is null) = ("award_check_round"."abandoned_at" is null))
);
--> statement-breakpoint
ALTER TABLE "award_check_item" ADD CONSTRAINT "award_check_item_round_id_award_check_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_check_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_check_item" ADD CONSTRAINT "award_check_item_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_check_item" ADD CONSTRAINT "award_check_item_place_id_admin_unit_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_check_result" ADD CONSTRAINT "award_check_result_item_id_award_check_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."award_check_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_check_result" ADD CONSTRAINT "award_check_result_entered_by_account_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_check_roll" ADD CONSTRAINT "award_check_roll_round_id_award_check_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."award_check_round"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_check_roll" ADD CONSTRAINT "award_check_roll_typed_by_account_id_fk" FOREIGN KEY ("typed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_check_round" ADD CONSTRAINT "award_check_round_season_id_award_season_id_fk" FOREIGN KEY ("season_id") REFERENCES "public"."award_season"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_check_round" ADD CONSTRAINT "award_check_round_fixed_by_account_id_fk" FOREIGN KEY ("fixed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_check_round" ADD CONSTRAINT "award_check_round_abandoned_by_account_id_fk" FOREIGN KEY ("abandoned_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_check_item_unit" ON "award_check_item" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "award_check_result_item" ON "award_check_result" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "award_check_roll_round" ON "award_check_roll" USING btree ("round_id");