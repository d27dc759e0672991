CREATE TABLE "rate_limits" (
	"name" text collate "C" NOT NULL,
	"who" text collate "C" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"times" integer NOT NULL,
	CONSTRAINT "rate_limits_name_who_since_pk" PRIMARY KEY("name","who","since")
);
--> statement-breakpoint
CREATE INDEX "rate_limits_since" ON "rate_limits" USING btree ("since");