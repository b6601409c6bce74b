import type { FormProblem } from './formProblem'

/** What is wrong, at the top of a form, each line leading to its field. Nothing when all is well. */
export const FormProblems = ({ problems }: { readonly problems: readonly FormProblem[] }) =>
  problems.length > 0 && (
    <div className="problems" role="alert">
      <h2>{problems.length === 1 ? 'One thing needs your attention' : `${problems.length} things need your attention`}</h2>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{field === null ? message : <a href={`#${field}`}>{message}</a>}</li>
        ))}
      </ul>
    </div>
  )
