CREATE TABLE `deliveries` (
	`edition_id` integer NOT NULL,
	`subscriber_id` integer NOT NULL,
	`state` text NOT NULL,
	`holder` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_at` integer NOT NULL,
	`answer` text,
	PRIMARY KEY(`edition_id`, `subscriber_id`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `deliveries_state` ON `deliveries` (`edition_id`,`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `deliveries_subscriber` ON `deliveries` (`subscriber_id`);--> statement-breakpoint
CREATE TABLE `edition_texts` (
	`edition_id` integer NOT NULL,
	`locale` text NOT NULL,
	`subject` text NOT NULL,
	`preview` text NOT NULL,
	`html` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`edition_id`, `locale`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `editions` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`newsletter` text NOT NULL,
	`due_at` integer NOT NULL,
	`state` text NOT NULL,
	`made_at` integer NOT NULL,
	`news_until` integer NOT NULL,
	`reached` integer DEFAULT 0 NOT NULL,
	`finished_at` integer,
	`sent` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	`unconfirmed` integer DEFAULT 0 NOT NULL,
	`skipped` integer DEFAULT 0 NOT NULL,
	`returned` integer DEFAULT 0 NOT NULL,
	`story_id` integer,
	`failure` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_due` ON `editions` (`newsletter`,`due_at`);--> statement-breakpoint
CREATE INDEX `editions_state` ON `editions` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `newsletter_keys` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`purpose` text NOT NULL,
	`key` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `newsletter_keys_purpose` ON `newsletter_keys` (`purpose`,`id`);--> statement-breakpoint
CREATE TABLE `newsletter_requests` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`locale` text NOT NULL,
	`language` text NOT NULL,
	`newsletters` text NOT NULL,
	`form` text NOT NULL,
	`wording` text NOT NULL,
	`requested_at` integer NOT NULL,
	`state` text NOT NULL,
	`holder` text,
	`next_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`token_hash` text,
	`expires_at` integer NOT NULL,
	`confirmed_at` integer,
	`subscriber_id` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `newsletter_requests_token_hash_unique` ON `newsletter_requests` (`token_hash`);--> statement-breakpoint
CREATE INDEX `newsletter_requests_next` ON `newsletter_requests` (`state`,`next_at`);--> statement-breakpoint
CREATE INDEX `newsletter_requests_expires` ON `newsletter_requests` (`expires_at`);--> statement-breakpoint
CREATE INDEX `newsletter_requests_address` ON `newsletter_requests` (`address_key`,`id`);--> statement-breakpoint
CREATE INDEX `newsletter_requests_subscriber` ON `newsletter_requests` (`subscriber_id`);--> statement-breakpoint
CREATE TABLE `subscribers` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`address` text NOT NULL,
	`address_key` text NOT NULL,
	`locale` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`consent_at` integer NOT NULL,
	`consent_form` text NOT NULL,
	`consent_wording` text NOT NULL,
	`consent_locale` text NOT NULL,
	`soft_bounces` integer DEFAULT 0 NOT NULL,
	`last_bounce_at` integer,
	`silenced_at` integer,
	`silenced_for` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `subscribers_address_key_unique` ON `subscribers` (`address_key`);--> statement-breakpoint
CREATE TABLE `subscriptions` (
	`newsletter` text NOT NULL,
	`subscriber_id` integer NOT NULL,
	PRIMARY KEY(`newsletter`, `subscriber_id`),
	FOREIGN KEY (`subscriber_id`) REFERENCES `subscribers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `subscriptions_subscriber` ON `subscriptions` (`subscriber_id`);--> statement-breakpoint
CREATE TABLE `suppressions` (
	`hash` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `suppressions_at` ON `suppressions` (`at`);