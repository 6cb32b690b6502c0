/** ED-5: no driving until the next day, after sleep. */
import type { EducationModule } from '../education-module.ts'
import { said } from '../patient-text.ts'

export const noDriving: EducationModule = {
  id: 'ed-5',
  version: 1,
  title: said('No driving until the next day', 'No maneje hasta el día siguiente'),
  objectives: [
    said(
      'Do not drive until the next day, after a full night of sleep.',
      'No manejar hasta el día siguiente, después de dormir toda la noche.',
    ),
    said('Plan who takes you home.', 'Planear quién lo lleva a casa.'),
  ],
  sections: [
    {
      id: 'until-next-day',
      title: said('Wait until the next day', 'Espere hasta el día siguiente'),
      text: said(
        'Do not drive after a dose until the next day, and only after a good night of sleep. This holds even if you feel fine. Your eyes, your speed, and your judgment can still be off when you feel clear. A bike or a scooter counts too.',
        'Después de una dosis no maneje hasta el día siguiente, y solo después de una buena noche de sueño. Esto vale aunque se sienta bien. Puede sentirse despierto y todavía ver mal, reaccionar lento o juzgar mal. La bicicleta y la moto también cuentan.',
      ),
      cites: ['esketamine-label-us', 'ketamine-label-us'],
      confidence: 'high',
      basis: 'src',
    },
    {
      id: 'other-things',
      title: said('Other things that wait', 'Otras cosas que esperan'),
      text: said(
        'Until that next day, do not use power tools or machines. Do not sign a contract or make a big choice. Do not be the only one who looks after a child or a person who needs you. Ask for help ahead of time.',
        'Hasta ese día siguiente, no use herramientas eléctricas ni máquinas. No firme contratos ni tome decisiones grandes. No se quede solo a cargo de un niño o de una persona que depende de usted. Pida ayuda con tiempo.',
      ),
      cites: ['esketamine-label-us', 'judgement'],
      confidence: 'high',
      basis: 'drv',
    },
    {
      id: 'way-home',
      title: said('Your way home', 'Cómo volver a casa'),
      text: said(
        'An adult you know takes you home and knows how you are. Please do not go alone in a taxi, on a bus, or on foot. If your ride falls through, tell us. We will set a new date, or find a safe way with you.',
        'Un adulto que usted conoce lo lleva a casa y sabe cómo está. Por favor, no se vaya solo en taxi, en autobús ni a pie. Si le falla la persona que lo iba a llevar, avísenos. Pondremos otra fecha o buscaremos juntos una forma segura.',
      ),
      cites: ['esketamine-label-us', 'ketamine-label-us'],
      confidence: 'high',
      basis: 'src',
    },
  ],
  questions: [
    {
      id: 'ed-5-feel-fine',
      asks: said(
        'You feel fine three hours after a dose. When can you drive?',
        'Se siente bien tres horas después de una dosis. ¿Cuándo puede manejar?',
      ),
      answers: [
        { id: 'now', text: said('Now, since I feel fine', 'Ahora, porque me siento bien') },
        {
          id: 'next-day',
          text: said('The next day, after a full night of sleep', 'Al día siguiente, después de dormir toda la noche'),
        },
        { id: 'short-trip', text: said('Now, if the trip is short', 'Ahora, si el viaje es corto') },
        { id: 'evening', text: said('That evening, after a rest', 'Esa noche, después de descansar') },
      ],
      right: 'next-day',
      explains: said(
        'You can feel clear and still be slow. To keep you and others safe, wait until the next day, after a full night of sleep.',
        'Puede sentirse despierto y reaccionar lento. Para cuidarse y cuidar a los demás, espere hasta el día siguiente, después de dormir toda la noche.',
      ),
      safetyCritical: true,
      taughtIn: 'until-next-day',
    },
    {
      id: 'ed-5-who-takes-you',
      asks: said('Who takes you home after a dose?', '¿Quién lo lleva a casa después de una dosis?'),
      answers: [
        { id: 'known-adult', text: said('An adult I know', 'Un adulto que conozco') },
        { id: 'taxi-alone', text: said('A taxi, on my own', 'Un taxi, yo solo') },
        { id: 'bus', text: said('The bus, if I feel well', 'El autobús, si me siento bien') },
      ],
      right: 'known-adult',
      explains: said(
        'You may feel wobbly or confused on the way. An adult who knows you can help. No ride? Call us.',
        'Puede sentirse inestable o confundido en el camino. Un adulto que lo conoce puede ayudarlo. ¿No tiene quién lo lleve? Llámenos.',
      ),
      safetyCritical: true,
      taughtIn: 'way-home',
    },
  ],
}
