CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `schedules` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`due_at` integer NOT NULL,
	`settled_at` integer,
	`failure` text,
	`actor` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `schedules_due` ON `schedules` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `schedules_article` ON `schedules` (`article_id`,`id`);--> statement-breakpoint
CREATE TABLE `most_read` (
	`locale` text NOT NULL,
	`period` text NOT NULL,
	`position` integer NOT NULL,
	`article_id` integer NOT NULL,
	`reads` integer NOT NULL,
	PRIMARY KEY(`locale`, `period`, `position`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `read_counts` (
	`article_id` integer NOT NULL,
	`hour` integer NOT NULL,
	`reads` integer NOT NULL,
	PRIMARY KEY(`article_id`, `hour`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `read_counts_hour` ON `read_counts` (`hour`);