-- The vectors hold pairs of words now, and no statistics are kept of them: db/postgres/search-index.ts says why. The
-- index has to be made again, which the portal does by itself.
DROP TABLE search_index_ar;
--> statement-breakpoint
DROP TABLE search_index_en;
--> statement-breakpoint
CREATE TABLE search_index_ar (
	place bigint PRIMARY KEY,
	words tsvector NOT NULL
);
--> statement-breakpoint
CREATE TABLE search_index_en (
	place bigint PRIMARY KEY,
	words tsvector NOT NULL
);
--> statement-breakpoint
ALTER TABLE search_index_ar ALTER COLUMN words SET STATISTICS 0;
--> statement-breakpoint
ALTER TABLE search_index_en ALTER COLUMN words SET STATISTICS 0;
--> statement-breakpoint
CREATE INDEX search_index_ar_words ON search_index_ar USING gin (words) WITH (gin_pending_list_limit = 256);
--> statement-breakpoint
CREATE INDEX search_index_en_words ON search_index_en USING gin (words) WITH (gin_pending_list_limit = 256);
--> statement-breakpoint
CREATE FUNCTION search_places_ar(asked tsquery, since bigint, until bigint, most integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
	RETURN QUERY SELECT place FROM search_index_ar
		WHERE words @@ asked AND place + 0 >= since AND place + 0 < until
		ORDER BY place + 0 DESC LIMIT most;
END $$;
--> statement-breakpoint
CREATE FUNCTION search_places_en(asked tsquery, since bigint, until bigint, most integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SET enable_seqscan = off AS $$
BEGIN
	RETURN QUERY SELECT place FROM search_index_en
		WHERE words @@ asked AND place + 0 >= since AND place + 0 < until
		ORDER BY place + 0 DESC LIMIT most;
END $$;
--> statement-breakpoint
DELETE FROM search_documents;
--> statement-breakpoint
DELETE FROM search_words;
--> statement-breakpoint
DELETE FROM search_state;
