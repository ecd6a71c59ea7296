CREATE TABLE "cartogram" (
	"layer_hash" text PRIMARY KEY NOT NULL,
	"circles" jsonb NOT NULL
);
