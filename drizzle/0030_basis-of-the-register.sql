DROP INDEX "plan_basis_plan";--> statement-breakpoint
ALTER TABLE "plan_basis" ALTER COLUMN "directive_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_basis" DROP COLUMN "id";--> statement-breakpoint
ALTER TABLE "plan_basis" ADD CONSTRAINT "plan_basis_plan_id_directive_id_pk" PRIMARY KEY("plan_id","directive_id");--> statement-breakpoint
ALTER TABLE "plan_basis" DROP COLUMN "number";--> statement-breakpoint
ALTER TABLE "plan_basis" DROP COLUMN "issued_on";--> statement-breakpoint
ALTER TABLE "plan_basis" DROP COLUMN "issuer";--> statement-breakpoint
ALTER TABLE "plan_basis" DROP COLUMN "subject";
