import type { DemoScene } from './demoScene'
import type { DemoStory } from './demoWorldShape'
import { playStep } from './playStep'
import { receiveStory } from './receiveStory'
import type { StoryPlace } from './storyPlace'
import type { StoryState } from './storyState'

/**
 * Lets a told ticket happen by the domain's own rules, up to `scene.now`: what the story places later has not happened
 * yet. Throws, naming the ticket, when a step breaks a rule.
 */
export const playStory = (story: DemoStory, place: StoryPlace, id: string, number: number, scene: DemoScene): StoryState => {
  let state = receiveStory(story, place, id, number, scene)
  for (const step of story.steps) {
    const next = playStep(step, state, scene)
    if (next === null) break
    state = next
  }
  return state
}
