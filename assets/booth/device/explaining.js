/* What a trial ballot says, in the words of the election; on a second device, which needs nothing else. */
import { isFree } from "../ballot/questions.js";
import { explain } from "../ballot/trials.js";

export async function explained({ trial }) {
  const { election, tracker, choices } = await explain(trial);
  const questions = election.questions.map((question, place) => inWords(question, choices[place]));
  return { uuid: election.uuid, fingerprint: election.fingerprint, tracker, questions };
}

function inWords(question, choice) {
  if (isFree(question)) {
    return { question: question.value.question, blank: choice.every((one) => one === 0), numbers: choice };
  }
  const [blank, marks] = question.blank ? [choice[0], choice.slice(1)] : [0, choice];
  return { question: question.question, blank: blank === 1, chosen: question.answers.filter((_, at) => marks[at]) };
}
