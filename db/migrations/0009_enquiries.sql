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
	`text` text NOT NULL,
	`state` text DEFAULT 'received' NOT NULL CHECK (`state` IN ('received', 'routed', 'with_department', 'awaiting_asker', 'answered', 'closed')),
	`received_at` text NOT NULL,
	`expected_on` text NOT NULL,
	`stopped_on` text,
	`answer` text DEFAULT '' NOT NULL,
	`answered_at` text,
	`answered_by_id` text,
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
	FOREIGN KEY (`answered_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `enquiries_number` ON `enquiries` (`number`);--> statement-breakpoint
CREATE INDEX `enquiries_state` ON `enquiries` (`state`,`expected_on`);--> statement-breakpoint
CREATE INDEX `enquiries_party` ON `enquiries` (`party_id`,`received_at`);--> statement-breakpoint
CREATE TABLE `enquiry_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`enquiry_id` text NOT NULL,
	`kind` text NOT NULL CHECK (`kind` IN ('added', 'internal', 'asked', 'replied', 'reopened')),
	`text` text NOT NULL,
	`written_at` text NOT NULL,
	`written_by_id` text NOT NULL,
	FOREIGN KEY (`enquiry_id`) REFERENCES `enquiries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `enquiry_messages_enquiry` ON `enquiry_messages` (`enquiry_id`,`written_at`);--> statement-breakpoint
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
CREATE INDEX `enquiry_parts_party` ON `enquiry_parts` (`party_id`,`state`);