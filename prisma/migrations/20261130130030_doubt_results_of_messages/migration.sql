-- AlterTable
ALTER TABLE "result" ADD COLUMN     "doubts" TEXT;

alter table result add constraint result_doubts_length check (char_length(doubts) between 1 and 2000);
