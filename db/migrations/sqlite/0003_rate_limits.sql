CREATE TABLE `rate_limits` (
	`name` text NOT NULL,
	`who` text NOT NULL,
	`since` integer NOT NULL,
	`times` integer NOT NULL,
	PRIMARY KEY(`name`, `who`, `since`)
);
--> statement-breakpoint
CREATE INDEX `rate_limits_since` ON `rate_limits` (`since`);