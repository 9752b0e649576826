export const vi = {
  title: 'Hôm nay',
  greeting: 'Chào {{name}}',
  talk: 'Bắt đầu trò chuyện',
  or: 'hoặc',
  write: 'nhắn bằng chữ',
  mainNumbers: 'Các số chính của bạn',
  openNumbers: 'Mở trang các con số',
} as const;
