CREATE TABLE `classifications` (
	`id` text PRIMARY KEY NOT NULL,
	`list` text NOT NULL CHECK (`list` IN ('theme', 'target_group', 'activity_kind')),
	`slug` text NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`starting` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `classifications_slug` ON `classifications` (`list`,`slug`);--> statement-breakpoint
CREATE TABLE `goals` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`title` text NOT NULL,
	`position` integer NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `goals_forum` ON `goals` (`forum_id`,`position`);--> statement-breakpoint
CREATE TABLE `risks` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`title` text NOT NULL,
	`likelihood` text NOT NULL CHECK (`likelihood` IN ('low', 'medium', 'high')),
	`watcher_id` text NOT NULL,
	`created_at` text NOT NULL,
	`closed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`watcher_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `risks_forum` ON `risks` (`forum_id`,`closed_at`);--> statement-breakpoint
CREATE TABLE `bridge_counts` (
	`initiative_id` text NOT NULL,
	`offer_id` text NOT NULL,
	`year` integer NOT NULL,
	`quarter` integer NOT NULL CHECK (`quarter` BETWEEN 1 AND 4),
	`contacts` integer NOT NULL CHECK (`contacts` >= 0),
	`led_on` integer NOT NULL CHECK (`led_on` >= 0),
	`counted_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`initiative_id`, `offer_id`, `year`, `quarter`),
	FOREIGN KEY (`initiative_id`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `municipal_offers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `initiative_offers` (
	`initiative_id` text NOT NULL,
	`offer_id` text NOT NULL,
	`removed_at` text,
	PRIMARY KEY(`initiative_id`, `offer_id`),
	FOREIGN KEY (`initiative_id`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `municipal_offers`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `initiative_parties` (
	`initiative_id` text NOT NULL,
	`party_id` text NOT NULL,
	`leads` integer DEFAULT 0 NOT NULL,
	`removed_at` text,
	PRIMARY KEY(`initiative_id`, `party_id`),
	FOREIGN KEY (`initiative_id`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `initiative_parties_party` ON `initiative_parties` (`party_id`);--> statement-breakpoint
CREATE TABLE `initiative_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`initiative_id` text NOT NULL,
	`step` text NOT NULL CHECK (`step` IN ('hill', 'approved', 'reopened', 'ended')),
	`hill` integer NOT NULL CHECK (`hill` BETWEEN 1 AND 5),
	`text` text DEFAULT '' NOT NULL,
	`at` text NOT NULL,
	`person_id` text NOT NULL,
	FOREIGN KEY (`initiative_id`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `initiative_steps_initiative` ON `initiative_steps` (`initiative_id`,`at`);--> statement-breakpoint
CREATE TABLE `initiatives` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`theme_id` text,
	`target_group_id` text,
	`activity_kind_id` text,
	`estate_id` text,
	`place` text DEFAULT '' NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`civic_partner` text DEFAULT '' NOT NULL,
	`core_service` text NOT NULL,
	`cost_ore` integer CHECK (`cost_ore` >= 0),
	`cofinanced_ore` integer CHECK (`cofinanced_ore` >= 0),
	`hill` integer DEFAULT 1 NOT NULL CHECK (`hill` BETWEEN 1 AND 5),
	`state` text DEFAULT 'draft' NOT NULL CHECK (`state` IN ('draft', 'approved', 'ended')),
	`created_at` text NOT NULL,
	`created_by_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_group_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_kind_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`estate_id`) REFERENCES `estates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `initiatives_plan` ON `initiatives` (`plan_id`,`state`);--> statement-breakpoint
CREATE INDEX `initiatives_theme` ON `initiatives` (`theme_id`,`state`);--> statement-breakpoint
CREATE INDEX `initiatives_state` ON `initiatives` (`state`,`starts_on`);--> statement-breakpoint
CREATE TABLE `municipal_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`title` text NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`theme_id` text,
	`target_group_id` text,
	`activity_kind_id` text,
	`area_id` text,
	`estate_id` text,
	`place` text DEFAULT '' NOT NULL,
	`opening` text DEFAULT '' NOT NULL,
	`contact` text DEFAULT '' NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`confirmed_on` text NOT NULL,
	`reminded_on` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_group_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activity_kind_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`estate_id`) REFERENCES `estates`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `municipal_offers_party` ON `municipal_offers` (`party_id`);--> statement-breakpoint
CREATE INDEX `municipal_offers_area` ON `municipal_offers` (`area_id`);--> statement-breakpoint
CREATE TABLE `overlaps` (
	`id` text PRIMARY KEY NOT NULL,
	`initiative_id` text NOT NULL,
	`other_initiative_id` text,
	`offer_id` text,
	`known` text,
	`link` text,
	`score` integer CHECK (`score` BETWEEN 0 AND 100),
	`reasons` text,
	`found_at` text NOT NULL,
	`found_by_id` text,
	`state` text DEFAULT 'found' NOT NULL CHECK (`state` IN ('found', 'merged', 'referred', 'justified', 'not_same')),
	`reason` text DEFAULT '' NOT NULL,
	`resolved_at` text,
	`resolved_by_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`initiative_id`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_initiative_id`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `municipal_offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`found_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `overlaps_other` ON `overlaps` (`initiative_id`,`other_initiative_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `overlaps_offer` ON `overlaps` (`initiative_id`,`offer_id`);--> statement-breakpoint
CREATE INDEX `overlaps_state` ON `overlaps` (`state`,`found_at`);--> statement-breakpoint
CREATE INDEX `overlaps_resolved` ON `overlaps` (`resolved_at`);--> statement-breakpoint
CREATE TABLE `method_trials` (
	`method_id` text NOT NULL,
	`forum_id` text NOT NULL,
	`result` text NOT NULL CHECK (`result` IN ('proposed', 'trying', 'works', 'does_not_work')),
	`tried_by` text DEFAULT '' NOT NULL,
	`started_on` text,
	`note` text DEFAULT '' NOT NULL,
	`proposal_id` text,
	`changed_at` text NOT NULL,
	`changed_by_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`method_id`, `forum_id`),
	FOREIGN KEY (`method_id`) REFERENCES `methods`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `method_trials_forum` ON `method_trials` (`forum_id`);--> statement-breakpoint
CREATE TABLE `methods` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`activity_kind_id` text,
	`evidence` text DEFAULT '' NOT NULL,
	`link` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`activity_kind_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `methods_title` ON `methods` (`title`);--> statement-breakpoint
CREATE TABLE `estates` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`plan_id` text,
	`name` text NOT NULL,
	`latitude` integer,
	`longitude` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `estates_name` ON `estates` (`area_id`,`name`);--> statement-breakpoint
CREATE INDEX `estates_plan` ON `estates` (`plan_id`);--> statement-breakpoint
CREATE TABLE `plan_remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`party_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`made_at` text NOT NULL,
	`shared_at` text,
	`removed_at` text,
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_remarks_plan` ON `plan_remarks` (`plan_id`,`made_at`);--> statement-breakpoint
CREATE TABLE `plan_shares` (
	`plan_id` text NOT NULL,
	`funder` text NOT NULL CHECK (`funder` IN ('fund', 'organisations', 'municipality', 'others')),
	`amount_ore` integer NOT NULL CHECK (`amount_ore` >= 0),
	PRIMARY KEY(`plan_id`, `funder`),
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `plan_successions` (
	`predecessor_id` text NOT NULL,
	`successor_id` text NOT NULL,
	`happened_on` text NOT NULL,
	PRIMARY KEY(`predecessor_id`, `successor_id`),
	FOREIGN KEY (`predecessor_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_successions_successor` ON `plan_successions` (`successor_id`);--> statement-breakpoint
INSERT INTO `classifications` (`id`, `list`, `slug`, `name_da`, `name_en`, `position`, `valid_from`, `valid_to`, `version`)
SELECT `id`, 'theme', `slug`, `name_da`, `name_en`, `position`, `valid_from`, `valid_to`, `version` FROM `themes` ORDER BY rowid;
--> statement-breakpoint
-- moved: themes into classifications
DROP TABLE `themes`;--> statement-breakpoint
ALTER TABLE `action_items` ADD `plan_id` text REFERENCES master_plans(id);--> statement-breakpoint
ALTER TABLE `action_items` ADD `initiative_id` text REFERENCES initiatives(id);--> statement-breakpoint
ALTER TABLE `action_items` ADD `goal_id` text REFERENCES goals(id);--> statement-breakpoint
CREATE INDEX `action_items_plan` ON `action_items` (`plan_id`);--> statement-breakpoint
CREATE INDEX `action_items_initiative` ON `action_items` (`initiative_id`);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `plan_id` text REFERENCES master_plans(id);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `initiative_id` text REFERENCES initiatives(id);--> statement-breakpoint
ALTER TABLE `agenda_items` ADD `goal_id` text REFERENCES goals(id);--> statement-breakpoint
CREATE INDEX `agenda_items_plan` ON `agenda_items` (`plan_id`);--> statement-breakpoint
CREATE INDEX `agenda_items_initiative` ON `agenda_items` (`initiative_id`);--> statement-breakpoint
ALTER TABLE `master_plans` ADD `purpose` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `master_plans` ADD `contract` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `master_plans` ADD `starts_on` text;--> statement-breakpoint
ALTER TABLE `master_plans` ADD `ends_on` text;--> statement-breakpoint
ALTER TABLE `master_plans` ADD `budget_ore` integer;--> statement-breakpoint
ALTER TABLE `master_plans` ADD `approved_at` text;--> statement-breakpoint
ALTER TABLE `master_plans` ADD `version` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
CREATE TRIGGER `initiative_steps_are_kept` BEFORE DELETE ON `initiative_steps` BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `initiative_steps_stand` BEFORE UPDATE ON `initiative_steps` BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_stems` USING fts5(`kind` UNINDEXED, `subject` UNINDEXED, `stems`, tokenize = 'unicode61 remove_diacritics 0');
--> statement-breakpoint
CREATE VIRTUAL TABLE `search_trigrams` USING fts5(`kind` UNINDEXED, `subject` UNINDEXED, `words`, tokenize = 'trigram');
