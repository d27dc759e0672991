CREATE TABLE "search_documents" (
	"article_id" integer PRIMARY KEY NOT NULL,
	"place" bigint NOT NULL,
	"analyzer" integer NOT NULL,
	"words" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"analyzer" integer NOT NULL,
	"through" integer
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"locale" text collate "C" NOT NULL,
	"word" text collate "C" NOT NULL,
	"bare" text collate "C" NOT NULL,
	"spelling" text collate "C" NOT NULL,
	"articles" integer NOT NULL,
	CONSTRAINT "search_words_locale_word_pk" PRIMARY KEY("locale","word")
);
--> statement-breakpoint
ALTER TABLE "search_documents" ADD CONSTRAINT "search_documents_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "search_documents_place" ON "search_documents" USING btree ("place");--> statement-breakpoint
CREATE INDEX "search_words_bare" ON "search_words" USING btree ("locale","bare");--> statement-breakpoint
CREATE TABLE search_index_ar (
	place bigint PRIMARY KEY,
	words tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_index_ar_words ON search_index_ar USING gin (words);
--> statement-breakpoint
CREATE TABLE search_index_en (
	place bigint PRIMARY KEY,
	words tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_index_en_words ON search_index_en USING gin (words);
