CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`person_id` text NOT NULL,
	`party_id` text NOT NULL,
	`invited_at` text NOT NULL,
	`answer` text CHECK (`answer` IN ('coming', 'deputy', 'nobody', 'partly')),
	`deputy_name` text,
	`item_ids` text,
	`answered_at` text,
	`reminded_at` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_person` ON `invitations` (`meeting_id`,`person_id`);--> statement-breakpoint
CREATE INDEX `invitations_of_person` ON `invitations` (`person_id`);--> statement-breakpoint
CREATE TABLE `filings` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`document` text NOT NULL CHECK (`document` IN ('agenda', 'minutes')),
	`minutes_id` text,
	`filed_on` text NOT NULL,
	`dokumentnr` text,
	`filed_by_id` text NOT NULL,
	`recorded_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`filed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `filings_meeting` ON `filings` (`meeting_id`,`document`);--> statement-breakpoint
CREATE TABLE `minutes_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`minutes_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`author_id` text NOT NULL,
	`party_id` text NOT NULL,
	`body` text NOT NULL,
	`written_at` text NOT NULL,
	`answer` text,
	`followed` integer,
	`answered_at` text,
	`answered_by_id` text,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`minutes_id`) REFERENCES `minutes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `minutes_comments_minutes` ON `minutes_comments` (`minutes_id`,`written_at`);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `carried_from_id` text REFERENCES agenda_items(id);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `carried_because` text CHECK (`carried_because` IN ('deferred', 'unfinished', 'standing', 'open_action', 'raised', 'passed_on'));--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `kept_at` text;--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `writes_itself` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `standing` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `topics` ADD `closed_at` text;--> statement-breakpoint
ALTER TABLE `minutes` ADD `approved_silently` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `minutes` ADD `correction_reason` text;--> statement-breakpoint
ALTER TABLE `minutes` ADD `overrule_reason` text;