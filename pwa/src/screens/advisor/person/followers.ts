import type { FollowingAdvisor } from "../../../api/types.ts";

const RANK = { referent: 0, stand_in: 1 };

/** Who follows a young person on a day ("YYYY-MM-DD"), the one in charge first. */
export function followers(advisors: readonly FollowingAdvisor[], day: string): FollowingAdvisor[] {
  return advisors
    .filter(({ until }) => until === null || until >= day)
    .sort((one, other) => RANK[one.role] - RANK[other.role] || one.since.localeCompare(other.since));
}
