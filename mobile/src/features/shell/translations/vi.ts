export const vi = {
  places: 'Các mục',
  today: 'Hôm nay',
  numbers: 'Các con số',
  history: 'Lịch sử',
  settings: 'Cài đặt',
  lost: { title: 'Không có trang này', text: 'Đường dẫn có thể đã cũ. Về trang chính là mọi thứ vẫn ở đó.', home: 'Về trang chính' },
} as const;
