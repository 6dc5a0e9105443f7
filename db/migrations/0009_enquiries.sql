CREATE TABLE `enquiries` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`kind` text DEFAULT 'question' NOT NULL CHECK (`kind` IN ('question', 'case', 'major')),
	`via` text DEFAULT 'web' NOT NULL CHECK (`via` IN ('web', 'phone', 'mail')),
	`party_id` text NOT NULL,
	`asker_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`area_id` text,
	`estate_id` text,
	`theme_id` text,
	`target_group_id` text,
	`text` text NOT NULL,
	`state` text DEFAULT 'received' NOT NULL CHECK (`state` IN ('received', 'routed', 'with_department', 'awaiting_asker', 'answered', 'closed')),
	`received_at` text NOT NULL,
	`moved_at` text NOT NULL,
	`expected_on` text NOT NULL,
	`stopped_on` text,
	`first_answered_at` text,
	`answered_at` text,
	`closed_at` text,
	`outcome` text CHECK (`outcome` IN ('answered', 'duplicate', 'not_ours')),
	`duplicate_of_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asker_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`estate_id`) REFERENCES `estates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_group_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `enquiries_number` ON `enquiries` (`number`);--> statement-breakpoint
CREATE INDEX `enquiries_state` ON `enquiries` (`state`,`expected_on`);--> statement-breakpoint
CREATE INDEX `enquiries_party` ON `enquiries` (`party_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `enquiry_differences` (
	`enquiry_id` text NOT NULL,
	`subject_kind` text NOT NULL CHECK (`subject_kind` IN ('enquiry', 'topic', 'initiative', 'offer')),
	`subject_id` text NOT NULL,
	`said_at` text NOT NULL,
	`said_by_id` text NOT NULL,
	PRIMARY KEY(`enquiry_id`, `subject_kind`, `subject_id`),
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`said_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `enquiry_feedback` (
	`enquiry_id` text NOT NULL,
	`party_id` text NOT NULL,
	`person_id` text NOT NULL,
	`verdict` text NOT NULL CHECK (`verdict` IN ('yes', 'partly', 'no')),
	`line` text DEFAULT '' NOT NULL,
	`given_at` text NOT NULL,
	PRIMARY KEY(`enquiry_id`, `party_id`),
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `enquiry_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`enquiry_id` text NOT NULL,
	`kind` text NOT NULL CHECK (`kind` IN ('added', 'internal', 'asked', 'replied', 'answered', 'delayed', 'reopened')),
	`text` text NOT NULL,
	`written_at` text NOT NULL,
	`written_by_id` text NOT NULL,
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `enquiry_messages_enquiry` ON `enquiry_messages` (`enquiry_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `enquiry_outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`enquiry_id` text NOT NULL,
	`proposal_id` text,
	`action_item_id` text,
	`initiative_id` text,
	`made_at` text NOT NULL,
	`made_by_id` text NOT NULL,
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposals`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`action_item_id`) REFERENCES `action_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`initiative_id`) REFERENCES `initiatives`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`made_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK ((`proposal_id` IS NOT NULL) + (`action_item_id` IS NOT NULL) + (`initiative_id` IS NOT NULL) = 1)
) STRICT;
--> statement-breakpoint
CREATE INDEX `enquiry_outcomes_enquiry` ON `enquiry_outcomes` (`enquiry_id`);--> statement-breakpoint
CREATE INDEX `enquiry_outcomes_proposal` ON `enquiry_outcomes` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `enquiry_outcomes_action_item` ON `enquiry_outcomes` (`action_item_id`);--> statement-breakpoint
CREATE TABLE `enquiry_parts` (
	`id` text PRIMARY KEY NOT NULL,
	`enquiry_id` text NOT NULL,
	`party_id` text NOT NULL,
	`person_id` text,
	`leads` integer DEFAULT 0 NOT NULL,
	`question` text DEFAULT '' NOT NULL,
	`state` text DEFAULT 'routed' NOT NULL CHECK (`state` IN ('routed', 'accepted', 'answered', 'refused', 'dropped')),
	`due_on` text NOT NULL,
	`text` text DEFAULT '' NOT NULL,
	`routed_at` text NOT NULL,
	`settled_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `enquiry_parts_enquiry` ON `enquiry_parts` (`enquiry_id`,`routed_at`);--> statement-breakpoint
CREATE INDEX `enquiry_parts_party` ON `enquiry_parts` (`party_id`,`state`);--> statement-breakpoint
CREATE TABLE `routing_rules` (
	`id` text PRIMARY KEY NOT NULL,
	`area_id` text,
	`theme_id` text,
	`words` text DEFAULT '' NOT NULL,
	`party_id` text NOT NULL,
	`changed_at` text NOT NULL,
	`removed_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`area_id`) REFERENCES `areas`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `classifications`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`party_id`) REFERENCES `parties`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`agenda_item_id` text,
	`proposal_id` text,
	`action_item_id` text,
	`enquiry_id` text,
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
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`attached_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	CHECK (coalesce(`agenda_item_id`, `proposal_id`, `action_item_id`, `enquiry_id`) IS NOT NULL)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_attachments` (`id`, `agenda_item_id`, `proposal_id`, `action_item_id`, `name`, `medium`, `bytes`, `content_hash`, `internal`, `attached_at`, `attached_by_id`, `removed_at`) SELECT `id`, `agenda_item_id`, `proposal_id`, `action_item_id`, `name`, `medium`, `bytes`, `content_hash`, `internal`, `attached_at`, `attached_by_id`, `removed_at` FROM `attachments`;
--> statement-breakpoint
DROP TABLE `attachments`;
--> statement-breakpoint
ALTER TABLE `__new_attachments` RENAME TO `attachments`;
--> statement-breakpoint
CREATE INDEX `attachments_item` ON `attachments` (`agenda_item_id`);
--> statement-breakpoint
CREATE INDEX `attachments_proposal` ON `attachments` (`proposal_id`);
--> statement-breakpoint
CREATE INDEX `attachments_action_item` ON `attachments` (`action_item_id`);
--> statement-breakpoint
CREATE INDEX `attachments_enquiry` ON `attachments` (`enquiry_id`);
--> statement-breakpoint
CREATE TRIGGER `enquiry_messages_are_kept` BEFORE DELETE ON `enquiry_messages` BEGIN SELECT RAISE(ABORT, 'messages are append-only'); END;
--> statement-breakpoint
CREATE TRIGGER `enquiry_messages_stand` BEFORE UPDATE ON `enquiry_messages` BEGIN SELECT RAISE(ABORT, 'messages are append-only'); END;
