import { Fragment } from 'react'
import { choiceId, type Choice, type ChoiceItem } from './choice-item'
import { Hint } from './hint'
import { Label } from './label'

type Kind = { block: 'nhsuk-radios' | 'nhsuk-checkboxes'; type: 'radio' | 'checkbox' }

type Props = Kind & { id: string; name: string; items: readonly ChoiceItem[]; picked: readonly string[] }

/** The choices of `Radios` and `Checkboxes`, which differ only in their class and input type. */
export function Choices({ items, ...shared }: Props) {
  return items.map((item, index) =>
    'divider' in item ? (
      <div className={`${shared.block}__divider`} key={item.divider}>
        {item.divider}
      </div>
    ) : (
      <ChoiceRow {...shared} item={item} itemId={choiceId(shared.id, index)} key={item.value} />
    ),
  )
}

type RowProps = Omit<Props, 'items'> & { item: Choice; itemId: string }

function ChoiceRow({ block, type, name, item, itemId, picked }: RowProps) {
  const isPicked = picked.includes(item.value)
  const hintId = `${itemId}-item-hint`
  return (
    <Fragment>
      <div className={`${block}__item`}>
        <input
          className={`${block}__input`}
          id={itemId}
          name={name}
          type={type}
          value={item.value}
          defaultChecked={isPicked}
          aria-describedby={item.hint ? hintId : undefined}
        />
        <Label htmlFor={itemId} className={`${block}__label`}>
          {item.label}
        </Label>
        {item.hint ? (
          <Hint id={hintId} className={`${block}__hint`}>
            {item.hint}
          </Hint>
        ) : null}
      </div>
      {item.conditional ? (
        <div className={`${block}__conditional`} id={`conditional-${itemId}`}>
          {item.conditional}
        </div>
      ) : null}
    </Fragment>
  )
}
