export const vi = {
  title: 'Tên và ngày sinh',
  name: 'Họ và tên khai sinh',
  nameHint: 'Viết đủ dấu như trên giấy khai sinh, vì mỗi chữ cái là một con số.',
  nameTrouble: {
    missing: 'Bạn cho mình biết tên nhé.',
    letters: 'Tên cần có ít nhất một chữ cái Latinh để tính được số.',
  },
  birthDate: 'Ngày sinh dương lịch',
  day: 'Ngày',
  month: 'Tháng',
  year: 'Năm',
  dateTrouble: {
    missing: 'Bạn điền đủ ngày, tháng và năm sinh nhé.',
    month: 'Tháng chỉ từ 1 đến 12.',
    day: 'Tháng đó không có ngày này.',
    year: 'Năm sinh sớm nhất là 1900.',
    'short-year': 'Năm cần đủ bốn chữ số, như 1998.',
    future: 'Ngày này chưa tới.',
  },
  save: 'Lưu',
} as const;
