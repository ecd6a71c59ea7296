ALTER TABLE "boundary_layer" ADD COLUMN "after_change" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "boundary_layer" ADD COLUMN "until_change" bigint;--> statement-breakpoint
ALTER TABLE "boundary_layer" DROP CONSTRAINT "boundary_layer_scope_unit_id_structure_from_pk";--> statement-breakpoint
ALTER TABLE "boundary_layer" ADD CONSTRAINT "boundary_layer_scope_unit_id_structure_from_after_change_pk" PRIMARY KEY("scope_unit_id","structure_from","after_change");
