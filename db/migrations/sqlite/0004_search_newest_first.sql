-- The rows of the index are numbered from the newest on: it has to be made again, which the portal does by itself.
INSERT INTO search_index_ar(search_index_ar) VALUES ('delete-all');
--> statement-breakpoint
INSERT INTO search_index_en(search_index_en) VALUES ('delete-all');
--> statement-breakpoint
DELETE FROM search_documents;
--> statement-breakpoint
DELETE FROM search_words;
--> statement-breakpoint
DELETE FROM search_state;
