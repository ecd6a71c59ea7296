CREATE TABLE "material" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "material_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"search_text" text NOT NULL,
	"skill" integer,
	"level" text NOT NULL,
	"language" text NOT NULL,
	"file_id" integer,
	"link" text,
	"added_by" integer NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "material_skill" CHECK ("material"."skill" between 1 and 5),
	CONSTRAINT "material_content" CHECK (("material"."file_id" is null) <> ("material"."link" is null))
);
--> statement-breakpoint
CREATE TABLE "material_class" (
	"material_id" integer NOT NULL,
	"activity_id" integer NOT NULL,
	"linked_by" integer NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "material_class_material_id_activity_id_pk" PRIMARY KEY("material_id","activity_id")
);
--> statement-breakpoint
CREATE TABLE "practice" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"title" text NOT NULL,
	"skill" integer,
	"doing" text NOT NULL,
	"result" text NOT NULL,
	"state" text NOT NULL,
	"written_by" integer NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	CONSTRAINT "practice_skill" CHECK ("practice"."skill" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "practice_event" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"practice_id" integer NOT NULL,
	"state" text NOT NULL,
	"text" text NOT NULL,
	"by_account_id" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "practice_photo" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_photo_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"practice_id" integer NOT NULL,
	"file_id" integer NOT NULL,
	"description" text NOT NULL,
	"without_faces" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "target" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "target_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"unit_id" integer NOT NULL,
	"indicator_code" text NOT NULL,
	"year" integer NOT NULL,
	"value" numeric,
	"reason" text NOT NULL,
	"set_by" integer NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"replaced_at" timestamp with time zone,
	CONSTRAINT "target_value" CHECK ("target"."value" >= 0)
);
--> statement-breakpoint
ALTER TABLE "material" ADD CONSTRAINT "material_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material" ADD CONSTRAINT "material_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material" ADD CONSTRAINT "material_added_by_account_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_class" ADD CONSTRAINT "material_class_material_id_material_id_fk" FOREIGN KEY ("material_id") REFERENCES "public"."material"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_class" ADD CONSTRAINT "material_class_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "material_class" ADD CONSTRAINT "material_class_linked_by_account_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_written_by_account_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_event" ADD CONSTRAINT "practice_event_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_event" ADD CONSTRAINT "practice_event_by_account_id_account_id_fk" FOREIGN KEY ("by_account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_photo" ADD CONSTRAINT "practice_photo_practice_id_practice_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practice"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_photo" ADD CONSTRAINT "practice_photo_file_id_stored_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."stored_file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_unit_id_admin_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."admin_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_set_by_account_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "material_unit" ON "material" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "material_class_activity" ON "material_class" USING btree ("activity_id");--> statement-breakpoint
CREATE INDEX "practice_unit" ON "practice" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "practice_state" ON "practice" USING btree ("state","published_at");--> statement-breakpoint
CREATE INDEX "practice_event_practice" ON "practice_event" USING btree ("practice_id");--> statement-breakpoint
CREATE INDEX "practice_photo_practice" ON "practice_photo" USING btree ("practice_id");--> statement-breakpoint
CREATE UNIQUE INDEX "target_in_force" ON "target" USING btree ("unit_id","indicator_code","year") WHERE "target"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "target_year" ON "target" USING btree ("year","indicator_code");