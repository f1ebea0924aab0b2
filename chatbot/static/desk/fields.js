/* The fields of a form that a person fills in: read, put back, and set to what the page came with. */
const NEVER = ["hidden", "password", "file", "submit", "button", "reset", "image"];

export function fieldsOf(form) {
  return [...form.elements].filter(
    (field) => field.name && field.matches("input, textarea, select") && !NEVER.includes(field.type) && !field.readOnly,
  );
}

/* A list of [name, value]; of what is ticked or chosen the value is a list or a truth. */
export function read(form) {
  return fieldsOf(form).map((field) => [field.name, now(field)]);
}

export function asItCame(form) {
  return fieldsOf(form).map((field) => [field.name, before(field)]);
}

/* Field by field in the order of the page; whatever has no counterpart there is left out. */
export function putBack(form, values) {
  const left = [...values];
  for (const field of fieldsOf(form)) {
    const at = left.findIndex(([name]) => name === field.name);
    if (at < 0) continue;
    set(field, left.splice(at, 1)[0][1]);
  }
}

export function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isTicked(field) {
  return field.type === "checkbox" || field.type === "radio";
}

function now(field) {
  if (isTicked(field)) return field.checked;
  if (field.type === "select-multiple") return [...field.selectedOptions].map((option) => option.value);
  return field.value;
}

function before(field) {
  if (isTicked(field)) return field.defaultChecked;
  if (!field.options) return field.defaultValue;
  const chosen = [...field.options].filter((option) => option.defaultSelected).map((option) => option.value);
  return field.multiple ? chosen : (chosen.pop() ?? field.options[0]?.value ?? "");
}

function set(field, value) {
  if (isTicked(field)) field.checked = value;
  else if (field.multiple && field.options) for (const option of field.options) option.selected = value.includes(option.value);
  else if (!field.options || [...field.options].some((option) => option.value === value)) field.value = value;
}
