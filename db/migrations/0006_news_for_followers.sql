ALTER TABLE `mail_preferences` ADD `followed` text DEFAULT 'digest' NOT NULL CHECK (`followed` IN ('mail', 'digest', 'none'));--> statement-breakpoint
CREATE TABLE `new_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`action_item_id` text NOT NULL,
	`news` text NOT NULL CHECK (`news` IN ('assigned', 'returned', 'answered', 'followed')),
	`at` text NOT NULL,
	`outbox_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outbox_id`) REFERENCES `outbox`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `new_notices` (`id`, `person_id`, `action_item_id`, `news`, `at`, `outbox_id`)
SELECT `id`, `person_id`, `action_item_id`, `news`, `at`, `outbox_id` FROM `notices` ORDER BY rowid;
--> statement-breakpoint
DROP TABLE `notices`;
--> statement-breakpoint
ALTER TABLE `new_notices` RENAME TO `notices`;
--> statement-breakpoint
CREATE INDEX `notices_person` ON `notices` (`person_id`,`outbox_id`);--> statement-breakpoint
CREATE INDEX `notices_mail` ON `notices` (`outbox_id`);
