CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`deputy_id` text NOT NULL,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `absences_person` ON `absences` (`person_id`,`to_day`);--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`forum_id` text,
	`with_due_dates` integer DEFAULT 0 NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_tokenHash_unique` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person_id`);--> statement-breakpoint
CREATE TABLE `followers` (
	`action_item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL CHECK (`role` IN ('informed', 'contributing')),
	`removed_at` text,
	PRIMARY KEY(`action_item_id`, `person_id`),
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `followers_person` ON `followers` (`person_id`);--> statement-breakpoint
CREATE TABLE `mail_preferences` (
	`person_id` text PRIMARY KEY NOT NULL,
	`assigned` text NOT NULL CHECK (`assigned` IN ('mail', 'digest', 'none')),
	`returned` text NOT NULL CHECK (`returned` IN ('mail', 'digest', 'none')),
	`answered` text NOT NULL CHECK (`answered` IN ('mail', 'digest', 'none')),
	`rhythm` text NOT NULL CHECK (`rhythm` IN ('daily', 'weekly')),
	`hour` integer NOT NULL CHECK (`hour` BETWEEN 0 AND 23),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`action_item_id` text NOT NULL,
	`news` text NOT NULL CHECK (`news` IN ('assigned', 'returned', 'answered')),
	`at` text NOT NULL,
	`outbox_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outbox_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`outbox_id`);--> statement-breakpoint
CREATE INDEX `notices_mail` ON `notices` (`outbox_id`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`action_item_id` text NOT NULL,
	`rung` text NOT NULL CHECK (`rung` IN ('before', 'due', 'issuer', 'convener')),
	`due_on` text NOT NULL,
	`person_id` text NOT NULL,
	`reminded_at` text NOT NULL,
	`outbox_id` text,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outbox_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `reminders_once` ON `reminders` (`action_item_id`,`rung`,`due_on`);--> statement-breakpoint
CREATE INDEX `reminders_person` ON `reminders` (`person_id`,`outbox_id`);--> statement-breakpoint
CREATE INDEX `reminders_mail` ON `reminders` (`outbox_id`);--> statement-breakpoint
CREATE TABLE `new_action_item_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`action_item_id` text NOT NULL,
	`step` text NOT NULL CHECK (`step` IN ('created', 'accepted', 'waiting', 'resumed', 'reported_done', 'sent_back', 'closed', 'refused', 'reassigned', 'handed_over', 'date_asked', 'date_moved', 'date_kept', 'cancelled')),
	`at` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`link` text,
	`due_before` text,
	`due_after` text,
	`party_before` text,
	`party_after` text,
	`person_before` text,
	`person_after` text,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `new_action_item_steps` (`id`, `action_item_id`, `step`, `at`, `person_id`, `text`, `link`, `due_before`, `due_after`, `party_before`, `party_after`)
SELECT `id`, `action_item_id`, `step`, `at`, `person_id`, `text`, `link`, `due_before`, `due_after`, `party_before`, `party_after` FROM `action_item_steps` ORDER BY rowid;
--> statement-breakpoint
DROP TABLE `action_item_steps`;
--> statement-breakpoint
ALTER TABLE `new_action_item_steps` RENAME TO `action_item_steps`;
--> statement-breakpoint
CREATE INDEX `action_item_steps_item` ON `action_item_steps` (`action_item_id`,`at`);
--> statement-breakpoint
CREATE TRIGGER `action_item_steps_are_kept` BEFORE DELETE ON `action_item_steps` BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `action_item_steps_stand` BEFORE UPDATE ON `action_item_steps` BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
--> statement-breakpoint
ALTER TABLE `action_items` ADD `reminders_stopped_at` text;--> statement-breakpoint
ALTER TABLE `action_items` ADD `reminders_stopped_reason` text;