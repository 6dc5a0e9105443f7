CREATE TABLE `action_item_steps` (
	`id` text PRIMARY KEY NOT NULL,
	`action_item_id` text NOT NULL,
	`step` text NOT NULL CHECK (`step` IN ('created', 'accepted', 'waiting', 'resumed', 'reported_done', 'sent_back', 'closed', 'refused', 'reassigned', 'date_asked', 'date_moved', 'date_kept', 'cancelled')),
	`at` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`link` text,
	`due_before` text,
	`due_after` text,
	`party_before` text,
	`party_after` text,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_item_steps_item` ON `action_item_steps` (`action_item_id`,`at`);--> statement-breakpoint
CREATE TABLE `action_items` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`meeting_id` text,
	`agenda_item_id` text,
	`decision_id` text,
	`title` text NOT NULL,
	`responsible_party_id` text NOT NULL,
	`responsible_person_id` text NOT NULL,
	`issuer_id` text NOT NULL,
	`agreed_on` text NOT NULL,
	`due_on` text NOT NULL,
	`asked_due_on` text,
	`visibility` text DEFAULT 'internal' NOT NULL CHECK (`visibility` IN ('internal', 'forum', 'own')),
	`state` text DEFAULT 'open' NOT NULL CHECK (`state` IN ('open', 'in_progress', 'waiting', 'reported_done', 'refused', 'closed', 'cancelled')),
	`waiting_on` text,
	`waiting_until` text,
	`created_at` text NOT NULL,
	`released_at` text,
	`closed_at` text,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decision_id`) REFERENCES `decisions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`responsible_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issuer_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `action_items_party` ON `action_items` (`responsible_party_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `action_items_person` ON `action_items` (`responsible_person_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `action_items_forum` ON `action_items` (`forum_id`,`state`,`due_on`);--> statement-breakpoint
CREATE INDEX `action_items_settled` ON `action_items` (`state`,`closed_at`);--> statement-breakpoint
CREATE INDEX `action_items_meeting` ON `action_items` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `action_items_item` ON `action_items` (`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`actor_kind` text NOT NULL CHECK (`actor_kind` IN ('person', 'system')),
	`actor_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`forum_id` text,
	`data` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `events_forum` ON `events` (`forum_id`,`at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL CHECK (`kind` IN ('agenda', 'minutes')),
	`recipient_id` text NOT NULL,
	`locale` text NOT NULL CHECK (`locale` IN ('da', 'en')),
	`payload` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL CHECK (`state` IN ('waiting', 'sent', 'failed')),
	`created_at` text NOT NULL,
	FOREIGN KEY (`recipient_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`,`created_at`);--> statement-breakpoint
CREATE TABLE `areas` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`source` text NOT NULL,
	`valid_from` text,
	`valid_to` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `areas_slug` ON `areas` (`slug`);--> statement-breakpoint
CREATE TABLE `forums` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`mark` text NOT NULL CHECK (`mark` IN ('circle', 'square', 'triangle', 'diamond', 'house', 'cross')),
	`position` integer NOT NULL,
	`rhythm` text DEFAULT '' NOT NULL,
	`convener_id` text,
	`deputy_convener_id` text,
	`valid_from` text,
	`valid_to` text,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`convener_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`deputy_convener_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `forums_slug` ON `forums` (`slug`);--> statement-breakpoint
CREATE TABLE `required_seats` (
	`forum_id` text NOT NULL,
	`party_id` text NOT NULL,
	`count` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`forum_id`, `party_id`),
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `seats` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`party_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text DEFAULT 'ordinary' NOT NULL CHECK (`kind` IN ('ordinary', 'deputy')),
	`valid_from` text NOT NULL,
	`valid_to` text,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `seats_forum` ON `seats` (`forum_id`,`party_id`);--> statement-breakpoint
CREATE INDEX `seats_person` ON `seats` (`person_id`);--> statement-breakpoint
CREATE INDEX `seats_party` ON `seats` (`party_id`);--> statement-breakpoint
CREATE TABLE `applied_migrations` (
	`name` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`applied_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `installation` (
	`key` text PRIMARY KEY NOT NULL CHECK (`key` IN ('kind', 'created_at', 'municipality')),
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`topic_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL CHECK (`kind` IN ('orientation', 'discussion', 'decision', 'formality')),
	`presenter` text DEFAULT '' NOT NULL,
	`minutes` integer DEFAULT 0 NOT NULL,
	`description` text DEFAULT '' NOT NULL,
	`visibility` text DEFAULT 'internal' NOT NULL CHECK (`visibility` IN ('internal', 'forum', 'own')),
	`proposer_party_id` text,
	`outcome` text DEFAULT 'pending' NOT NULL CHECK (`outcome` IN ('pending', 'decided', 'discussed', 'noted', 'deferred', 'withdrawn')),
	`sent_at` text,
	`removed_at` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`topic_id`) REFERENCES `topics`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposer_party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_items_meeting` ON `agenda_items` (`meeting_id`,`position`);--> statement-breakpoint
CREATE INDEX `agenda_items_topic` ON `agenda_items` (`topic_id`);--> statement-breakpoint
CREATE TABLE `attendances` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`seat_id` text,
	`person_id` text,
	`party_id` text,
	`name` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`organisation` text DEFAULT '' NOT NULL,
	`status` text CHECK (`status` IN ('present', 'apology', 'deputy', 'absent')),
	`deputy_name` text,
	`arrived_at` text,
	`left_at` text,
	`preparation_minutes` integer,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seat_id`) REFERENCES `seats`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `attendances_seat` ON `attendances` (`meeting_id`,`seat_id`);--> statement-breakpoint
CREATE INDEX `attendances_meeting` ON `attendances` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `attendances_party` ON `attendances` (`party_id`,`meeting_id`);--> statement-breakpoint
CREATE TABLE `meetings` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`place` text DEFAULT '' NOT NULL,
	`link` text DEFAULT '' NOT NULL,
	`sagsnr` text,
	`dokumentnr` text,
	`state` text DEFAULT 'planned' NOT NULL CHECK (`state` IN ('planned', 'announced', 'agenda_sent', 'held', 'closed', 'cancelled')),
	`announced_at` text,
	`agenda_sent_at` text,
	`started_at` text,
	`held_at` text,
	`closed_at` text,
	`cancelled_at` text,
	`cancel_reason` text,
	`created_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `meetings_number` ON `meetings` (`forum_id`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `meetings_forum_date` ON `meetings` (`forum_id`,`held_on`);--> statement-breakpoint
CREATE INDEX `meetings_date` ON `meetings` (`held_on`);--> statement-breakpoint
CREATE INDEX `meetings_state` ON `meetings` (`state`,`held_on`);--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`title` text NOT NULL,
	`raised_at_id` text,
	`created_at` text NOT NULL,
	`removed_at` text,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`raised_at_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `topics_forum` ON `topics` (`forum_id`);--> statement-breakpoint
CREATE INDEX `topics_raised` ON `topics` (`raised_at_id`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`forum_id` text NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`number` integer,
	`body` text NOT NULL,
	`visibility` text DEFAULT 'internal' NOT NULL CHECK (`visibility` IN ('internal', 'forum', 'own')),
	`state` text DEFAULT 'in_force' NOT NULL CHECK (`state` IN ('in_force', 'carried_out', 'replaced', 'lapsed')),
	`decided_on` text NOT NULL,
	`review_on` text,
	`replaced_by_id` text,
	`logged_at` text NOT NULL,
	`logged_by_id` text NOT NULL,
	`released_at` text,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`logged_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `decisions_forum` ON `decisions` (`forum_id`,`state`,`decided_on`);--> statement-breakpoint
CREATE INDEX `decisions_meeting` ON `decisions` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `decisions_item` ON `decisions` (`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `minutes` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`state` text DEFAULT 'drafting' NOT NULL CHECK (`state` IN ('drafting', 'in_review', 'approved')),
	`review_until` text,
	`sent_at` text,
	`approved_at` text,
	`approved_by_id` text,
	`forum_edition` text,
	`internal_edition` text,
	`content_hash` text,
	`created_at` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `minutes_version` ON `minutes` (`meeting_id`,`version`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`agenda_item_id` text NOT NULL,
	`body` text NOT NULL,
	`visibility` text DEFAULT 'internal' NOT NULL CHECK (`visibility` IN ('internal', 'forum', 'own')),
	`logged_at` text NOT NULL,
	`logged_by_id` text NOT NULL,
	`released_at` text,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agenda_item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`logged_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `notes_meeting` ON `notes` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `notes_item` ON `notes` (`agenda_item_id`);--> statement-breakpoint
CREATE TABLE `recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`document` text NOT NULL CHECK (`document` IN ('agenda', 'minutes')),
	`edition` text NOT NULL CHECK (`edition` IN ('forum', 'internal')),
	`person_id` text NOT NULL,
	`party_id` text NOT NULL,
	`sent_at` text NOT NULL,
	FOREIGN KEY (`meeting_id`) REFERENCES `meetings`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `recipients_meeting` ON `recipients` (`meeting_id`,`document`);--> statement-breakpoint
CREATE TABLE `parties` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL CHECK (`kind` IN ('department', 'housing_organisation', 'partner')),
	`short_name` text NOT NULL,
	`name` text NOT NULL,
	`administrator` text,
	`sort_key` text NOT NULL,
	`source` text NOT NULL,
	`valid_from` text,
	`valid_to` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `parties_short_name` ON `parties` (`short_name`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`party_id` text NOT NULL,
	`role` text NOT NULL CHECK (`role` IN ('coordinator', 'department_staff', 'department_lead', 'housing_organisation', 'partner', 'auditor')),
	`name` text NOT NULL,
	`title` text DEFAULT '' NOT NULL,
	`email` text NOT NULL,
	`locale` text DEFAULT 'da' NOT NULL CHECK (`locale` IN ('da', 'en')),
	`theme` text DEFAULT 'system' NOT NULL CHECK (`theme` IN ('system', 'light', 'dark')),
	`created_at` text NOT NULL,
	`deactivated_at` text,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_party` ON `people` (`party_id`);--> statement-breakpoint
CREATE TABLE `master_plans` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text NOT NULL,
	`name` text NOT NULL,
	`lead_party_id` text NOT NULL,
	`source` text NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead_party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `master_plans_name` ON `master_plans` (`name`);--> statement-breakpoint
CREATE INDEX `master_plans_area` ON `master_plans` (`area_id`);--> statement-breakpoint
CREATE TABLE `plan_organisations` (
	`plan_id` text NOT NULL,
	`party_id` text NOT NULL,
	PRIMARY KEY(`plan_id`, `party_id`),
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `steering_groups` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`name` text NOT NULL,
	`ended_on` text,
	`successor_forum_id` text,
	`source` text NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `master_plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successor_forum_id`) REFERENCES `forums`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `steering_groups_name` ON `steering_groups` (`name`);--> statement-breakpoint
CREATE INDEX `steering_groups_successor` ON `steering_groups` (`successor_forum_id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE TABLE `sign_in_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_links_tokenHash_unique` ON `sign_in_links` (`token_hash`);
--> statement-breakpoint
CREATE TRIGGER `events_are_kept` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_stand` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `action_item_steps_are_kept` BEFORE DELETE ON `action_item_steps` BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `action_item_steps_stand` BEFORE UPDATE ON `action_item_steps` BEGIN SELECT RAISE(ABORT, 'steps are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `recipients_are_kept` BEFORE DELETE ON `recipients` BEGIN SELECT RAISE(ABORT, 'recipients are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `recipients_stand` BEFORE UPDATE ON `recipients` BEGIN SELECT RAISE(ABORT, 'recipients are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `sent_minutes_stand` BEFORE UPDATE OF `forum_edition`, `internal_edition`, `content_hash`, `sent_at` ON `minutes`
WHEN OLD.`state` = 'approved' BEGIN SELECT RAISE(ABORT, 'approved minutes are corrected by a new version'); END;
--> statement-breakpoint
CREATE TRIGGER `minutes_are_kept` BEFORE DELETE ON `minutes` BEGIN SELECT RAISE(ABORT, 'minutes are never deleted'); END;
