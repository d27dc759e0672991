CREATE TABLE `bulletins` (
	`locale` text NOT NULL,
	`day` text NOT NULL,
	`story_ids` text NOT NULL,
	`name` text NOT NULL,
	`bytes` integer NOT NULL,
	`duration_ms` integer NOT NULL,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`locale`, `day`)
);
--> statement-breakpoint
CREATE INDEX `bulletins_name` ON `bulletins` (`name`);--> statement-breakpoint
CREATE TABLE `recordings` (
	`article_id` integer PRIMARY KEY NOT NULL,
	`media_id` integer NOT NULL,
	`text_hash` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recordings_media` ON `recordings` (`media_id`);--> statement-breakpoint
CREATE TABLE `spoken` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`article_id` integer NOT NULL,
	`part` text NOT NULL,
	`voice` text NOT NULL,
	`version` text NOT NULL,
	`revision` integer NOT NULL,
	`characters` integer NOT NULL,
	`state` text NOT NULL,
	`urgency` integer NOT NULL,
	`requested_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`holder` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`failure` text,
	`name` text,
	`bytes` integer,
	`duration_ms` integer,
	`made_at` integer,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `spoken_version` ON `spoken` (`article_id`,`part`,`voice`,`version`);--> statement-breakpoint
CREATE INDEX `spoken_state` ON `spoken` (`state`,`urgency`,`next_at`,`id`);--> statement-breakpoint
CREATE INDEX `spoken_name` ON `spoken` (`name`);--> statement-breakpoint
CREATE TABLE `voice_budgets` (
	`day` text PRIMARY KEY NOT NULL,
	`characters` integer NOT NULL
);
