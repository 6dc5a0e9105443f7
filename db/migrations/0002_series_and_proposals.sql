CREATE TABLE `meeting_series` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`rule` text NOT NULL,
	`starts_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`link` text DEFAULT '' NOT NULL,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `meeting_series_forum` ON `meeting_series` (`forum_id`);--> statement-breakpoint
CREATE TABLE `proposal_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`kind` text NOT NULL CHECK (`kind` IN ('asked', 'answered', 'accepted', 'passed_on', 'declined', 'withdrawn')),
	`text` text,
	`taken_at` text NOT NULL,
	`taken_by_id` text NOT NULL,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`taken_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `proposal_steps_proposal` ON `proposal_steps` (`proposal_id`,`taken_at`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`party_id` text NOT NULL,
	`proposer_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`kind` text NOT NULL CHECK (`kind` IN ('orientation', 'discussion', 'decision', 'formality')),
	`minutes` integer DEFAULT 0 NOT NULL,
	`visibility` text DEFAULT 'internal' NOT NULL CHECK (`visibility` IN ('internal', 'forum', 'own')),
	`state` text DEFAULT 'suggested' NOT NULL CHECK (`state` IN ('suggested', 'asked_for_more', 'on_agenda', 'passed_on', 'declined', 'withdrawn')),
	`late` integer DEFAULT 0 NOT NULL,
	`agenda_item_id` text,
	`passed_to_forum_id` text,
	`proposed_at` text NOT NULL,
	`settled_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`passed_to_forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `proposals_meeting` ON `proposals` (`meeting_id`,`state`);--> statement-breakpoint
CREATE INDEX `proposals_forum` ON `proposals` (`forum_id`,`state`);--> statement-breakpoint
CREATE INDEX `proposals_party` ON `proposals` (`party_id`,`proposed_at`);--> statement-breakpoint
ALTER TABLE `meetings` ADD `series_id` text REFERENCES meeting_series(id);--> statement-breakpoint
ALTER TABLE `meetings` ADD `occurs_on` text;--> statement-breakpoint
ALTER TABLE `meetings` ADD `sequence` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `meetings` ADD `proposals_until` text;--> statement-breakpoint
CREATE INDEX `meetings_series` ON `meetings` (`series_id`);--> statement-breakpoint
CREATE TRIGGER `proposal_steps_are_kept` BEFORE DELETE ON `proposal_steps` BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;--> statement-breakpoint
CREATE TRIGGER `proposal_steps_stand` BEFORE UPDATE ON `proposal_steps` BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
