import type { FollowTask } from './task-step'

/** Several things that tasks stand for, each of which knows its own kinds of task. */
export function followEach(...followers: readonly FollowTask[]): FollowTask {
  return async (tx, actor, task, step) => {
    const followed = []
    for (const follow of followers) followed.push(await follow(tx, actor, task, step))
    return {
      entries: followed.flatMap(({ entries }) => entries),
      isOver: followed.some(({ isOver }) => isOver),
    }
  }
}
