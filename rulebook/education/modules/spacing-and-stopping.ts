/** ED-13: doses get further apart, and treatment ends. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const spacingAndStopping: EducationModule = {
  id: 'ed-13',
  version: 1,
  title: said('Spacing doses, and stopping', 'Espaciar las dosis y terminar'),
  objectives: [
    said('Expect doses to get further apart.', 'Esperar que las dosis se vayan espaciando.'),
    said('Know your plan for stopping.', 'Conocer su plan para terminar.'),
  ],
  sections: [
    {
      id: 'fewest-doses',
      title: said('The fewest doses that help', 'El menor número de dosis que ayude'),
      text: said(
        'You start with a short series. If it helps, we space the doses out. The goal is the fewest doses that hold your gains. Long-term safety is not well known. That is one more reason to use less, not more.',
        'Empieza con una serie corta. Si ayuda, vamos espaciando las dosis. La meta es el menor número de dosis que mantenga su mejoría. No se conoce bien la seguridad a largo plazo. Es una razón más para usar menos, no más.',
      ),
      cites: ['esketamine-label-us', 'sanacora-2017', 'phillips-2019'],
      confidence: 'med',
      basis: 'src',
    },
    {
      id: 'if-it-does-not-help',
      title: said('If it does not help', 'Si no ayuda'),
      text: said(
        'We measure how you feel with short forms. If the series has helped little or not at all, we stop and look for something else. That is not a failure on your part. More doses would add risk and little else.',
        'Medimos cómo se siente con formularios cortos. Si la serie ayudó poco o nada, la terminamos y buscamos otra cosa. No es un fracaso suyo. Más dosis agregarían riesgo y casi nada más.',
      ),
      cites: ['phillips-2019', 'esketamine-label-us', 'judgement'],
      confidence: 'low',
      basis: 'drv',
    },
    {
      id: 'when-you-stop',
      title: said('When you stop', 'Cuando termina'),
      text: said(
        'You can stop at any time. Stopping ketamine is not known to cause a dangerous withdrawal, as stopping alcohol can. But low mood or a craving can come back. Some people who use a lot of it outside of care feel unwell when they stop. Call us if you feel worse. If you think of suicide, {crisis}.',
        'Puede dejar el tratamiento en cualquier momento. No se sabe que dejar la ketamina cause una abstinencia peligrosa, como puede pasar con el alcohol. Pero el ánimo bajo o las ganas fuertes de usarla pueden volver. Algunas personas que usan mucha fuera de la atención médica dicen sentirse mal al dejarla. Llámenos si se siente peor. Si piensa en el suicidio, puede {crisis}.',
      ),
      cites: ['kud-reliability', 'phillips-2019', 'judgement'],
      confidence: 'med',
      basis: 'drv',
    },
    {
      id: 'exit-plan',
      title: said('Your exit plan', 'Su plan para terminar'),
      text: said(
        'We plan the end from the start. Your plan names signs that you are getting low again, what you can do without ketamine, and whom to call. We check in with you after the last dose. Your other care goes on.',
        'Planeamos el final desde el principio. Su plan dice qué señales avisan que está decayendo, qué puede hacer sin ketamina y a quién llamar. Después de la última dosis, nos comunicamos con usted. El resto de su atención sigue.',
      ),
      cites: ['sanacora-2017', 'judgement'],
      confidence: 'low',
      basis: 'drv',
    },
  ],
  questions: [
    {
      id: 'ed-13-goal',
      asks: said('What is the goal once ketamine has helped?', '¿Cuál es la meta cuando la ketamina ya ayudó?'),
      answers: [
        {
          id: 'same-forever',
          text: said('The same number of doses for life', 'El mismo número de dosis toda la vida'),
        },
        { id: 'more', text: said('A few more doses each month', 'Unas dosis más cada mes') },
        {
          id: 'fewest',
          text: said('The fewest doses that hold my gains', 'El menor número de dosis que mantenga mi mejoría'),
        },
      ],
      right: 'fewest',
      explains: said(
        'Fewer doses mean less risk. So we space them out as long as you stay well.',
        'Menos dosis son menos riesgo. Por eso las espaciamos mientras usted siga bien.',
      ),
      safetyCritical: false,
      taughtIn: 'fewest-doses',
    },
    {
      id: 'ed-13-withdrawal',
      asks: said(
        'Does stopping ketamine all at once cause a dangerous withdrawal, as alcohol can?',
        '¿Dejar la ketamina de golpe causa una abstinencia peligrosa, como puede pasar con el alcohol?',
      ),
      answers: [
        { id: 'yes-never-stop', text: said('Yes, so I must never stop', 'Sí, por eso nunca debo dejarla') },
        {
          id: 'not-known-but-call',
          text: said(
            'Not that we know. But mood or craving can return, so I call the clinic',
            'No que se sepa. Pero el ánimo bajo o las ganas de usarla pueden volver, y entonces llamo a la clínica',
          ),
        },
        { id: 'no-nothing', text: said('No, and nothing at all can change', 'No, y no puede cambiar nada') },
      ],
      right: 'not-known-but-call',
      explains: said(
        'No dangerous withdrawal is known. But low mood or craving can come back after you stop. Call us, and we will help.',
        'No se conoce una abstinencia peligrosa. Pero el ánimo bajo o las ganas de usarla pueden volver al dejarla. Llámenos y le ayudamos.',
      ),
      safetyCritical: false,
      taughtIn: 'when-you-stop',
    },
  ],
}
