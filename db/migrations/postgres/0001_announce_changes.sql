-- Whoever names a change, by whatever program, tells everybody who listens, at the commit.
CREATE FUNCTION announce_content_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('content_changes', NEW.version::text);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER announce_content_change AFTER INSERT ON content_changes
  FOR EACH ROW EXECUTE FUNCTION announce_content_change();
--> statement-breakpoint
-- A seed may bring the numbers of its stories; whoever is numbered later comes after them.
CREATE FUNCTION keep_story_numbers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM setval(pg_get_serial_sequence('stories', 'id'), NEW.id)
    FROM stories_id_seq WHERE NEW.id >= last_value;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER keep_story_numbers AFTER INSERT ON stories
  FOR EACH ROW EXECUTE FUNCTION keep_story_numbers();
