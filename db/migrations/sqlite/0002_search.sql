CREATE TABLE `search_documents` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`place` integer NOT NULL,
	`analyzer` integer NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_documents_place` ON `search_documents` (`place`);--> statement-breakpoint
CREATE TABLE `search_state` (
	`id` integer PRIMARY KEY NOT NULL,
	`analyzer` integer NOT NULL,
	`through` integer
);
--> statement-breakpoint
CREATE TABLE `search_words` (
	`locale` text NOT NULL,
	`word` text NOT NULL,
	`bare` text NOT NULL,
	`spelling` text NOT NULL,
	`articles` integer NOT NULL,
	PRIMARY KEY(`locale`, `word`)
);
--> statement-breakpoint
CREATE INDEX `search_words_bare` ON `search_words` (`locale`,`bare`);--> statement-breakpoint
CREATE VIRTUAL TABLE search_index_ar USING fts5(exact, others, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '@.'");
--> statement-breakpoint
CREATE VIRTUAL TABLE search_index_en USING fts5(exact, others, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 tokenchars '@.'");
