### Незаконченное, что ждёт своего человека, и выбор между ним и другим.

waiting-name = { $title } ({ $done } из { $count })
button-waiting = Продолжить: { $name }
button-over = Начать сначала
conflict = Вы ещё не закончили: <b>{ $current }</b>. А теперь открываете другое: <b>{ $wanted }</b>.
conflict-waits = Переходите смело: начатое подождёт, ответы сохранены. Вернуться к тому же вопросу можно через /tests.
button-conflict-go-on = Продолжить начатое
button-conflict-new = Перейти к другому
button-conflict-over = Пройти начатое заново
toast-over-hasty = Ответы целы. Если хотите начать сначала, нажмите ещё раз.
