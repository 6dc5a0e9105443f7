CREATE TABLE `allocation_decisions` (
	`allocation_id` text NOT NULL,
	`political_decision_id` text NOT NULL,
	`removed_at` text,
	PRIMARY KEY(`allocation_id`, `political_decision_id`),
	FOREIGN KEY (`allocation_id`) REFERENCES `allocations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`political_decision_id`) REFERENCES `political_decisions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `allocation_decisions_decision` ON `allocation_decisions` (`political_decision_id`);--> statement-breakpoint
CREATE TABLE `allocations` (
	`id` text PRIMARY KEY NOT NULL,
	`period_id` text NOT NULL,
	`category` text NOT NULL CHECK (`category` IN ('activity', 'coordination')),
	`label` text NOT NULL,
	`plan_id` text,
	`area_id` text,
	`amount_ore` integer NOT NULL,
	`source` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (`plan_id` IS NULL OR `area_id` IS NULL)
) STRICT;
--> statement-breakpoint
CREATE INDEX `allocations_period` ON `allocations` (`period_id`);--> statement-breakpoint
CREATE INDEX `allocations_plan` ON `allocations` (`plan_id`);--> statement-breakpoint
CREATE INDEX `allocations_area` ON `allocations` (`area_id`);--> statement-breakpoint
CREATE TABLE `decision_remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`political_decision_id` text NOT NULL,
	`parties` text NOT NULL,
	`text` text NOT NULL,
	`follow_up_on` text,
	`followed_up` text DEFAULT '' NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`political_decision_id`) REFERENCES `political_decisions`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `decision_remarks_decision` ON `decision_remarks` (`political_decision_id`);--> statement-breakpoint
CREATE TABLE `funding_figures` (
	`id` text PRIMARY KEY NOT NULL,
	`period_id` text NOT NULL,
	`kind` text NOT NULL CHECK (`kind` IN ('budgeted', 'municipal', 'total')),
	`nature` text NOT NULL CHECK (`nature` IN ('expected', 'actual')),
	`amount_ore` integer NOT NULL,
	`claimed_basis_points` integer,
	`base` text NOT NULL,
	`source` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `funding_figures_period` ON `funding_figures` (`period_id`);--> statement-breakpoint
CREATE TABLE `political_decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`decided_on` text NOT NULL,
	`item_number` text DEFAULT '' NOT NULL,
	`title` text NOT NULL,
	`link` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `political_decisions_date` ON `political_decisions` (`decided_on`);--> statement-breakpoint
CREATE TABLE `split_parts` (
	`period_id` text NOT NULL,
	`category` text NOT NULL CHECK (`category` IN ('activity', 'coordination')),
	`basis_points` integer NOT NULL,
	PRIMARY KEY(`period_id`, `category`),
	FOREIGN KEY (`period_id`) REFERENCES `periods`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (`basis_points` BETWEEN 0 AND 10000)
) STRICT;
--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`party_id` text NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`minutes` integer NOT NULL,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (`quarter` BETWEEN 1 AND 4 AND `minutes` >= 0)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `commitments_quarter` ON `commitments` (`plan_id`,`party_id`,`year`,`quarter`);--> statement-breakpoint
CREATE INDEX `commitments_year` ON `commitments` (`year`);--> statement-breakpoint
CREATE TABLE `forum_hour_rules` (
	`forum_id` text NOT NULL,
	`from_on` text NOT NULL,
	`rule` text NOT NULL CHECK (`rule` IN ('named_then_equal', 'equal', 'named_only')),
	`reason` text NOT NULL,
	`set_at` text NOT NULL,
	`set_by_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`forum_id`, `from_on`),
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`set_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `hour_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`party_id` text NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`text` text NOT NULL,
	`written_at` text NOT NULL,
	`written_by_id` text NOT NULL,
	`written_for_id` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_for_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (`quarter` BETWEEN 1 AND 4)
) STRICT;
--> statement-breakpoint
CREATE INDEX `hour_comments_plan` ON `hour_comments` (`plan_id`,`year`,`quarter`);--> statement-breakpoint
CREATE TABLE `hour_confirmation_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`confirmation_id` text NOT NULL,
	`plan_id` text,
	`computed_minutes` integer NOT NULL,
	`confirmed_minutes` integer NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`confirmation_id`) REFERENCES `hour_confirmations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (`computed_minutes` >= 0 AND `confirmed_minutes` >= 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `hour_confirmation_lines_confirmation` ON `hour_confirmation_lines` (`confirmation_id`);--> statement-breakpoint
CREATE TABLE `hour_confirmations` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL,
	`confirmed_at` text NOT NULL,
	`confirmed_by_id` text NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (`quarter` BETWEEN 1 AND 4)
) STRICT;
--> statement-breakpoint
CREATE INDEX `hour_confirmations_quarter` ON `hour_confirmations` (`party_id`,`year`,`quarter`,`confirmed_at`);--> statement-breakpoint
CREATE TABLE `hour_confirmers` (
	`party_id` text NOT NULL,
	`person_id` text NOT NULL,
	`named_at` text NOT NULL,
	`named_by_id` text NOT NULL,
	`removed_at` text,
	PRIMARY KEY(`party_id`, `person_id`),
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`named_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `given_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`reader` text NOT NULL CHECK (`reader` IN ('committee', 'department', 'organisation')),
	`party_id` text,
	`forum_id` text,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`locale` text NOT NULL CHECK (`locale` IN ('da', 'en')),
	`given_to` text NOT NULL,
	`model` text NOT NULL,
	`content_hash` text NOT NULL,
	`given_at` text NOT NULL,
	`given_by_id` text NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `given_reports_given` ON `given_reports` (`given_at`);--> statement-breakpoint
CREATE TABLE `steering_group_counts` (
	`id` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`qualifier` text NOT NULL CHECK (`qualifier` IN ('exactly', 'about', 'more_than')),
	`as_of` text NOT NULL,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `succession_items` (
	`id` text PRIMARY KEY NOT NULL,
	`steering_group_id` text NOT NULL,
	`kind` text NOT NULL CHECK (`kind` IN ('decision', 'action_item', 'member')),
	`text` text NOT NULL,
	`placement` text CHECK (`placement` IN ('decision', 'action_item', 'seat', 'topic', 'ended')),
	`decision_id` text,
	`action_item_id` text,
	`seat_id` text,
	`topic_id` text,
	`ended_reason` text DEFAULT '' NOT NULL,
	`placed_at` text,
	`placed_by_id` text,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`steering_group_id`) REFERENCES `steering_groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK ((`decision_id` IS NOT NULL) + (`action_item_id` IS NOT NULL) + (`seat_id` IS NOT NULL) + (`topic_id` IS NOT NULL) = (`placement` IS NOT NULL AND `placement` <> 'ended'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `succession_items_group` ON `succession_items` (`steering_group_id`);--> statement-breakpoint
ALTER TABLE `forums` ADD `plan_id` text REFERENCES master_plans(id);--> statement-breakpoint
ALTER TABLE `periods` ADD `share_basis_points` integer;--> statement-breakpoint
ALTER TABLE `periods` ADD `team_ends_on` text;--> statement-breakpoint
ALTER TABLE `periods` ADD `team_fte_hundredths` integer;--> statement-breakpoint
ALTER TABLE `periods` ADD `team_people` integer;--> statement-breakpoint
ALTER TABLE `steering_groups` ADD `meetings_a_year` integer;--> statement-breakpoint
ALTER TABLE `steering_groups` ADD `municipal_people` integer;--> statement-breakpoint
ALTER TABLE `steering_groups` ADD `minutes_a_year` integer;--> statement-breakpoint
ALTER TABLE `steering_groups` ADD `baseline_source` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `steering_groups` ADD `baseline_estimated` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `steering_groups` ADD `closed_at` text;
--> statement-breakpoint
CREATE TRIGGER `hour_confirmations_are_kept` BEFORE DELETE ON `hour_confirmations` BEGIN SELECT RAISE(ABORT, 'confirmations are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `hour_confirmations_stand` BEFORE UPDATE ON `hour_confirmations` BEGIN SELECT RAISE(ABORT, 'confirmations are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `hour_confirmation_lines_are_kept` BEFORE DELETE ON `hour_confirmation_lines` BEGIN SELECT RAISE(ABORT, 'confirmation lines are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `hour_confirmation_lines_stand` BEFORE UPDATE ON `hour_confirmation_lines` BEGIN SELECT RAISE(ABORT, 'confirmation lines are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `given_reports_are_kept` BEFORE DELETE ON `given_reports` BEGIN SELECT RAISE(ABORT, 'given reports are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `given_reports_stand` BEFORE UPDATE ON `given_reports` BEGIN SELECT RAISE(ABORT, 'given reports are append-only'); END;
