CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_item_id` text,
	`proposal_id` text,
	`action_item_id` text,
	`name` text NOT NULL,
	`medium` text NOT NULL CHECK (`medium` IN ('pdf', 'docx', 'xlsx', 'png', 'jpg')),
	`bytes` integer NOT NULL,
	`content_hash` text NOT NULL,
	`internal` integer DEFAULT 1 NOT NULL,
	`attached_at` text NOT NULL,
	`attached_by_id` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attached_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (coalesce(`agenda_item_id`, `proposal_id`, `action_item_id`) IS NOT NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachments_item` ON `attachments` (`agenda_item_id`);--> statement-breakpoint
CREATE INDEX `attachments_proposal` ON `attachments` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `attachments_action_item` ON `attachments` (`action_item_id`);--> statement-breakpoint
ALTER TABLE `forums` ADD `kind` text DEFAULT 'forum' NOT NULL CHECK (`kind` IN ('forum', 'working_group', 'practice_network'));--> statement-breakpoint
ALTER TABLE `forums` ADD `parent_id` text REFERENCES forums(id) CHECK ((`kind` = 'forum') = (`parent_id` IS NULL));--> statement-breakpoint
CREATE INDEX `forums_parent` ON `forums` (`parent_id`);