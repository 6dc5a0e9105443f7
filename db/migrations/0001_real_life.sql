CREATE TABLE `timetable` (
	`job` text PRIMARY KEY NOT NULL,
	`schedule` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL CHECK (`state` IN ('waiting', 'running', 'done', 'failed')),
	`due_at` text,
	`started_at` text,
	`finished_at` text,
	`problem` text,
	`runs` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `periods` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`source` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `periods_name` ON `periods` (`name`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name_da` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`version` integer DEFAULT 1 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `themes_slug` ON `themes` (`slug`);--> statement-breakpoint
CREATE TABLE `identities` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`person_id` text NOT NULL,
	`linked_at` text NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `identities_person` ON `identities` (`person_id`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`key` text PRIMARY KEY NOT NULL,
	`points` integer DEFAULT 0 NOT NULL,
	`expire` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `sign_in_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`browser_hash` text NOT NULL,
	`link_hash` text,
	`code_hash` text,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`used_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_requests_browserHash_unique` ON `sign_in_requests` (`browser_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `sign_in_requests_linkHash_unique` ON `sign_in_requests` (`link_hash`);--> statement-breakpoint
CREATE INDEX `sign_in_requests_person` ON `sign_in_requests` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `signed_links` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`subject_id` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text NOT NULL,
	`used_at` text,
	`revoked_at` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `signed_links_tokenHash_unique` ON `signed_links` (`token_hash`);--> statement-breakpoint
CREATE INDEX `signed_links_subject` ON `signed_links` (`subject_id`,`purpose`);--> statement-breakpoint
CREATE INDEX `signed_links_person` ON `signed_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `outbox_rebuilt` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`recipient_id` text NOT NULL,
	`locale` text NOT NULL CHECK (`locale` IN ('da', 'en')),
	`payload` text NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL CHECK (`state` IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn')),
	`created_at` text NOT NULL,
	`not_before` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`claimed_at` text,
	`settled_at` text,
	`problem` text,
	FOREIGN KEY (`recipient_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `outbox_rebuilt` (`id`, `kind`, `recipient_id`, `locale`, `payload`, `state`, `created_at`, `not_before`)
SELECT `id`, `kind`, `recipient_id`, `locale`, `payload`, `state`, `created_at`, `created_at` FROM `outbox`;
--> statement-breakpoint
DROP TABLE `outbox`;
--> statement-breakpoint
ALTER TABLE `outbox_rebuilt` RENAME TO `outbox`;
--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`,`not_before`);
--> statement-breakpoint
CREATE INDEX `outbox_created` ON `outbox` (`created_at`);
--> statement-breakpoint
ALTER TABLE `forums` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `seats` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `parties` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `steering_groups` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `method` text DEFAULT 'link' NOT NULL CHECK (`method` IN ('demo', 'link', 'mail', 'oidc'));--> statement-breakpoint
CREATE INDEX `events_kind` ON `events` (`kind`,`at`);